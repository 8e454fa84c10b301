-- Our origin, the editions that hold, our organisation.
SELECT o.id, o.code, coalesce(w.programme, 0), coalesce(w.rest, 0),
       (SELECT c.id FROM code c WHERE c.kind = 'org' AND c.code = :org)
  FROM origin o
  LEFT JOIN (SELECT programme, rest FROM edition_word WHERE own = 1
              ORDER BY lamport DESC, by_ DESC, seq DESC LIMIT 1) w ON 1
 WHERE o.own = 1
 ORDER BY o.id DESC
 LIMIT 1

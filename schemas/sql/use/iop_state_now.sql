-- The state of a person's programme of a year, and was it approved by an order; no row: there is none.
SELECT coalesce(w.state, 'draft'), coalesce(w.ordered, 0)
  FROM (SELECT 1)
  LEFT JOIN (SELECT x.state, x.ordered FROM iop_word x WHERE x.person = :person AND x.year = :year
              ORDER BY x.lamport DESC, x.by_ DESC, x.seq DESC LIMIT 1) w ON 1
 WHERE EXISTS (SELECT 1 FROM plan p WHERE p.person = :person AND p.year = :year)

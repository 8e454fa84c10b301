-- Organisation and capacity (minutes) of somebody who takes part.
SELECT p.org,
       CAST(coalesce((SELECT round(60 * t.value) FROM trait t WHERE t.person = p.id AND t.key = 'capacity' AND t.value <> 'null'
                         AND (t.lamport, t.by_, t.seq) = (SELECT x.lamport, x.by_, x.seq FROM trait x
                                                           WHERE x.person = t.person AND x.key = 'capacity'
                                                           ORDER BY x.lamport DESC, x.by_ DESC, x.seq DESC LIMIT 1)),
                (SELECT g.capacity FROM programme g WHERE g.edition = :programme), 2160) AS INTEGER)
  FROM person p
 WHERE p.id = :person AND p.until = 99999
 LIMIT 1

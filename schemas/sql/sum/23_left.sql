-- People who left
-- section: staff
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: gone everybody who left is counted
SELECT g.person    AS person,  -- person Person
       min(g.day)  AS "on"     -- day    On
  FROM gone g
 WHERE g.day BETWEEN :from AND :on
   AND NOT EXISTS (SELECT 1 FROM enrol x WHERE x.person = g.person AND x.day <= :on AND (x.lamport, x.by_, x.seq) > (g.lamport, g.by_, g.seq))
 GROUP BY g.person
 ORDER BY min(g.day), g.person

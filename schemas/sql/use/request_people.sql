-- Who asks: the person, or those who are in the group now.
SELECT p.code
  FROM request r CROSS JOIN code p ON p.id = r.person
 WHERE r.seq = :seq AND r.by_ = :by
UNION
SELECT p.code
  FROM request r
 CROSS JOIN membership m ON m.grp = r.grp AND m.since <= :today AND :today < m.until
 CROSS JOIN code p ON p.id = m.person
 WHERE r.seq = :seq AND r.by_ = :by
 ORDER BY 1

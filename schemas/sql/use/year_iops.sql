-- The programmes of a year that are not closed yet.
-- scans: plan everybody is closed, once a year
SELECT DISTINCT p.person, c.code
  FROM plan p
 CROSS JOIN code c ON c.id = p.person
 WHERE p.year = :year
   AND 'closed' IS NOT (SELECT w.state FROM iop_word w WHERE w.person = p.person AND w.year = p.year
                         ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1)
 ORDER BY c.code

-- Who has something left of last year: person, code, his new choice (JSON) where it differs from the present one.
-- scans: plan everybody is carried over, once a year
WITH newest AS (
  SELECT p.person, p.year, p.origin, p.seq FROM plan p
   WHERE p.year = (SELECT max(x.year) FROM plan x WHERE x.year < :year)
     AND NOT EXISTS (SELECT 1 FROM plan x WHERE x.person = p.person AND x.year = p.year
                        AND (x.lamport, x.by_, x.seq) > (p.lamport, p.by_, p.seq))
), remaining AS (
  SELECT n.person, c.code, u.ord
    FROM newest n
   CROSS JOIN plan_unit u ON u.person = n.person AND u.year = n.year AND u.origin = n.origin AND u.seq = n.seq
   CROSS JOIN code c ON c.id = u.unit
   WHERE u.why = 'chosen'
     AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.person = u.person AND h.unit = u.unit AND h.part = 0 AND h.until > :today)
   ORDER BY n.person, u.ord
), unfinished AS (
  SELECT person, json_group_array(code) AS choice FROM remaining GROUP BY person
)
SELECT f.person, c.code, f.choice
  FROM unfinished f
 CROSS JOIN code c ON c.id = f.person
 WHERE EXISTS (SELECT 1 FROM person p WHERE p.id = f.person AND p.until > :today)
   AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.person = f.person AND p.year = :year)
   AND NOT EXISTS (SELECT 1 FROM trait t WHERE t.person = f.person AND t.key = 'choice'
                      AND t.day >= (SELECT min(w.day) FROM year_word w WHERE w.year = :year AND w.state = 'open'))
   AND f.choice IS NOT (SELECT t.value FROM trait t WHERE t.person = f.person AND t.key = 'choice'
                         ORDER BY t.lamport DESC, t.by_ DESC, t.seq DESC LIMIT 1)
 ORDER BY c.code

-- The units of a person's newest plan for a year: id, label, way, due, minutes, why.
SELECT c.code, coalesce((SELECT x.label FROM unit x WHERE x.edition = p.edition AND x.unit = u.unit), c.code),
       u.way, u.due, u.minutes, CASE u.why WHEN 'needed' THEN 'needed by ' || n.code ELSE u.why END
  FROM plan p
 CROSS JOIN plan_unit u ON u.person = p.person AND u.year = p.year AND u.origin = p.origin AND u.seq = p.seq
 CROSS JOIN code c ON c.id = u.unit
  LEFT JOIN code n ON n.id = u.needed
 WHERE p.person = :person AND p.year = :year
   AND NOT EXISTS (SELECT 1 FROM plan x WHERE x.person = p.person AND x.year = p.year
                      AND (x.lamport, x.by_, x.seq) > (p.lamport, p.by_, p.seq))
 ORDER BY u.ord

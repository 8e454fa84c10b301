-- The parts of a unit (:of) as the board has units: number, code, label, module.
SELECT p.part, c.code, p.label, u.code
  FROM part p
 CROSS JOIN code c ON c.id = p.part
 CROSS JOIN code u ON u.id = p.unit
 WHERE p.edition = :programme AND p.unit = :of
 ORDER BY p.ord

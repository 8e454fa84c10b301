-- Parts of a unit, in order: number, code, label with the unit's.
SELECT p.part, c.code, u.label || '.' || p.label
  FROM part p
 CROSS JOIN unit u ON u.edition = p.edition AND u.unit = p.unit
 CROSS JOIN code c ON c.id = p.part
 WHERE p.edition = :programme AND p.unit = :unit
 ORDER BY p.ord

-- How people call a unit or a part: its label.
SELECT u.label || coalesce('.' || p.label, '')
  FROM code c
 CROSS JOIN unit u ON u.edition = :programme AND u.unit = c.id
  LEFT JOIN code d ON d.kind = 'part' AND d.code = :thing
  LEFT JOIN part p ON p.edition = u.edition AND p.part = d.id
 WHERE c.kind = 'unit' AND c.code = substr(:thing, 1, instr(:thing || '.', '.') - 1)

-- What a meeting passes on, by its code, as a sheet shows it: label, title of the unit, of its part, how it is exchanged
-- (by :technique, else the unit's own) and for how many minutes, its place in the programme.
SELECT u.label || coalesce('.' || p.label, ''), u.title, p.title, t.title, coalesce(t.minutes, 10), u.ord, coalesce(p.ord, 0)
  FROM code c
 CROSS JOIN unit u ON u.edition = :programme AND u.unit = c.id
  LEFT JOIN code d ON d.kind = 'part' AND d.code = :thing
  LEFT JOIN part p ON p.edition = u.edition AND p.part = d.id
  LEFT JOIN technique t ON t.edition = u.edition AND t.id = coalesce(:technique, u.technique)
 WHERE c.kind = 'unit' AND c.code = substr(:thing, 1, instr(:thing || '.', '.') - 1)

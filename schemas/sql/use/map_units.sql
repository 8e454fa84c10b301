-- The units of the programme in the order of the files; first their number.
SELECT count(*) OVER (), u.unit, u.module, c.code, u.label, u.minutes, m.kind = 'invariant'
  FROM unit u
 CROSS JOIN code c ON c.id = u.unit
 CROSS JOIN module m ON m.edition = u.edition AND m.module = u.module
 WHERE u.edition = :programme
 ORDER BY u.ord, c.code

-- What a unit, a part or a module (:code) is called in the edition of the programme that holds now.
SELECT u.title FROM code c CROSS JOIN unit u ON u.edition = :programme AND u.unit = c.id WHERE c.kind = 'unit' AND c.code = :code
UNION ALL
SELECT p.title FROM code c CROSS JOIN part p ON p.edition = :programme AND p.part = c.id WHERE c.kind = 'part' AND c.code = :code
UNION ALL
SELECT m.title FROM code c CROSS JOIN module m ON m.edition = :programme AND m.module = c.id WHERE c.kind = 'module' AND c.code = :code
 LIMIT 1;

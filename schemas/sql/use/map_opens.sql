-- What rests on a unit.
SELECT c.code FROM need n CROSS JOIN code c ON c.id = n.unit LEFT JOIN unit u ON u.edition = n.edition AND u.unit = n.unit
 WHERE n.need = :unit AND n.edition = :programme ORDER BY u.ord, c.code

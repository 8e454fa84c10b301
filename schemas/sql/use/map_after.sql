-- What a unit rests on, by code.
SELECT c.code FROM need n CROSS JOIN code c ON c.id = n.need LEFT JOIN unit u ON u.edition = n.edition AND u.unit = n.need
 WHERE n.edition = :programme AND n.unit = :unit ORDER BY u.ord, c.code

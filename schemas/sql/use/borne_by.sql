-- Units that a person bears.
SELECT c.code FROM holds h CROSS JOIN code c ON c.id = h.unit
 WHERE h.person = :person AND h.part = 0 AND h.step = 5 AND h.until = 99999 ORDER BY c.code

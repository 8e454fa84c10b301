-- Units of the programme (of those asked for, a JSON list of numbers; null: all), in its order: number, code, label, how
-- many meetings, is it checked on the spot, minutes of a meeting, pair rule, trio, size of a launch, can somebody teach it,
-- how many sign it.
SELECT u.unit, c.code, u.label, u.meetings, u.checks IN ('demo', 'talk'),
       coalesce(t.minutes, 10), coalesce(t.pair, 'any'), coalesce(t.trio, 0), coalesce(t.launch, 6),
       EXISTS (SELECT 1 FROM can_teach h WHERE h.unit = u.unit AND h.part = 0 AND h.since <= :on AND :on < h.until),
       coalesce(t.signs, 1)
  FROM unit u
 CROSS JOIN code c ON c.id = u.unit
 LEFT JOIN technique t ON t.edition = u.edition AND t.id = coalesce(:technique, u.technique)
 WHERE u.edition = :programme AND (:units IS NULL OR u.unit IN (SELECT value FROM json_each(:units)))
 ORDER BY u.ord, c.code

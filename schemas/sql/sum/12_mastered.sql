-- Units held, of those planned to date
-- section: main
-- of: rows
-- :on    day   the day that is meant
-- :year  year  its school year
-- scans: enrol every programme is counted
--
-- Of the programmes of all who take part: units whose due date has come, and those that were held when they were planned.
SELECT p.id    AS person,  -- person Person
       c.code  AS unit,    -- id     Unit
       u.due   AS due,     -- day    Due
       EXISTS (SELECT 1 FROM holds h WHERE h.person = u.person AND h.unit = u.unit AND h.part = 0 AND h.since <= :on AND :on < h.until)
               AS counts   -- key
  FROM person p
 CROSS JOIN iop i ON i.person = p.id AND i.year = :year AND i.since <= :on AND :on < i.until
 CROSS JOIN plan_unit u ON u.person = i.person AND u.year = :year AND u.origin = i.origin AND u.seq = i.seq
 CROSS JOIN code c ON c.id = u.unit
 WHERE p.since <= :on AND :on < p.until AND (u.due IS NULL OR u.due <= :on)
 ORDER BY p.bare, p.code, u.ord

-- Units credited
-- section: iop
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: mark every credit is counted
SELECT m.person    AS person,  -- person Person
       c.code      AS unit,    -- id     Unit
       min(m.day)  AS "on"     -- day    On
  FROM mark m
 CROSS JOIN code c ON c.id = m.unit
 WHERE m.part = 0 AND m.step = 3 AND m.day BETWEEN :from AND :on
 GROUP BY m.person, m.unit
 ORDER BY min(m.day), m.person, c.code

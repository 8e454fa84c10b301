-- Quanta taken into regular use: people and classes
-- section: quanta
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: adoption every class is counted
SELECT c.code      AS quantum,  -- id     Quantum
       a.person    AS person,   -- person Person
       a.class     AS class,    -- text   Class
       min(a.day)  AS "on"      -- day    On
  FROM adoption a
 CROSS JOIN code c ON c.id = a.quantum
 GROUP BY a.quantum, a.person, a.class
HAVING min(a.day) BETWEEN :from AND :on
 ORDER BY min(a.day), a.quantum, a.person, a.class

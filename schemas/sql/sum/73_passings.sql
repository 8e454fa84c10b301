-- Quanta shown to somebody
-- section: quanta
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: passing every passing is counted
SELECT c.code    AS quantum,  -- id     Quantum
       p.giver   AS "from",   -- person From
       p.person  AS "to",     -- person To
       p.day     AS "on"      -- day    On
  FROM passing p
 CROSS JOIN code c ON c.id = p.quantum
 WHERE p.day BETWEEN :from AND :on
 ORDER BY p.day, p.origin, p.seq

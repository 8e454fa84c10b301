-- Trials of quanta
-- section: quanta
-- of: rows
-- part: result
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: trial every trial is counted
SELECT c.code    AS quantum,  -- id     Quantum
       t.person  AS person,   -- person Person
       t.day     AS "on",     -- day    On
       t.result  AS result    -- word:worked|changed|failed Result
  FROM trial t
 CROSS JOIN code c ON c.id = t.quantum
 WHERE t.day BETWEEN :from AND :on
 ORDER BY t.result <> 'worked', t.result <> 'changed', t.day, t.origin, t.seq

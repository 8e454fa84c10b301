-- Lessons shown to others
-- section: sessions
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: visit every visit is counted
SELECT n.number  AS visit,   -- id     Visit
       v.day     AS date,    -- day    Date
       v.class   AS class,   -- text   Class
       v.host    AS host,    -- person Host
       c.code    AS quantum  -- id     Quantum
  FROM visit v
 CROSS JOIN visit_number n ON n.seq = v.seq AND n.by_ = v.by_
  LEFT JOIN code c ON c.id = v.quantum
 WHERE v.day BETWEEN :from AND :on
 ORDER BY v.day, v.lesson, v.seq, v.by_

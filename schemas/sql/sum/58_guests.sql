-- Guests at these lessons
-- section: sessions
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: visit every visit is counted
SELECT n.number  AS visit,   -- id     Visit
       v.day     AS date,    -- day    Date
       g.person  AS person   -- person Person
  FROM visit v
 CROSS JOIN visit_number n ON n.seq = v.seq AND n.by_ = v.by_
 CROSS JOIN visit_guest g ON g.about_seq = v.seq AND g.about = v.by_
 WHERE v.day BETWEEN :from AND :on
 ORDER BY v.day, v.lesson, v.seq, v.by_, g.lamport, g.by_, g.seq

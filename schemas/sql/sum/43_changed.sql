-- Programmes changed after their approval, of all of the year
-- section: iop
-- of: rows
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- :year  year   its school year
-- scans: plan every programme of the year is counted
SELECT i.person  AS person,   -- person Person
       1 + (SELECT count(*) FROM iop_word v WHERE v.person = i.person AND v.year = i.year AND v.verb = 'revise' AND v.day <= :on)
                 AS edition,  -- int    Edition
       EXISTS (SELECT 1 FROM iop_word v WHERE v.person = i.person AND v.year = i.year AND v.verb = 'revise' AND v.day BETWEEN :from AND :on)
                 AS counts    -- key
  FROM iop i
 WHERE i.year = :year AND i.since <= :on AND :on < i.until
 ORDER BY i.person

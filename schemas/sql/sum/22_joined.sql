-- People who joined
-- section: staff
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: enrol everybody is counted
SELECT e.person    AS person,  -- person Person
       min(e.day)  AS "on"     -- day    On
  FROM enrol e
 GROUP BY e.person
HAVING min(e.day) BETWEEN :from AND :on
 ORDER BY min(e.day), e.bare, e.person

-- People who taught somebody, of all who take part
-- section: ties
-- of: rows
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: enrol taught everybody is counted
SELECT p.id        AS person,  -- person Person
       p.org_code  AS org,     -- id     School
       EXISTS (SELECT 1 FROM taught t WHERE t.giver = p.id AND t.done = 1 AND t.day BETWEEN :from AND :on)
                   AS counts   -- key
  FROM person p
 WHERE p.since <= :on AND :on < p.until
 ORDER BY p.bare, p.code

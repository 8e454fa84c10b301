-- Programmes drawn up, of all who take part
-- section: iop
-- of: rows
-- :on    day   the day that is meant
-- :year  year  its school year
-- scans: enrol everybody is counted
SELECT p.id        AS person,  -- person Person
       p.org_code  AS org,     -- id     School
       EXISTS (SELECT 1 FROM iop i WHERE i.person = p.id AND i.year = :year AND i.since <= :on AND :on < i.until)
                   AS counts   -- key
  FROM person p
 WHERE p.since <= :on AND :on < p.until
 ORDER BY p.bare, p.code

-- People in the programme
-- section: staff
-- of: rows
-- part: org
-- yearly
-- :on  day  the day that is meant
-- scans: enrol everybody is counted
SELECT p.id                       AS person,  -- person Person
       p.org_code                 AS org,     -- id     School
       p.post                     AS post,    -- text   Post
       coalesce(o.short, p.org_code) AS label -- title  (Label)
  FROM person p
  LEFT JOIN org o ON o.edition = :rest AND o.org = p.org
 WHERE p.since <= :on AND :on < p.until
 ORDER BY o.ord IS NULL, o.ord, p.bare, p.code

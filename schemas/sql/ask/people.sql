-- Everybody who takes part on a day.
-- :on  day  as it was on this day = today
-- filter: person_id org_id search
-- scans: enrol everybody is listed
SELECT p.id         AS number,    -- int   (Number)
       p.id         AS person,    -- person Person
       p.org_code   AS org,       -- id    School
       p.post       AS post,      -- text  Post
       p.id         AS person_id, -- key
       p.org        AS org_id,    -- key
       coalesce(p.post, '') AS search -- key
  FROM person p
 WHERE p.since <= :on AND :on < p.until
 ORDER BY p.bare, p.code

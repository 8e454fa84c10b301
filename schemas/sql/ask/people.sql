-- Everybody who takes part.
-- :on  day  as it was on this day = today
-- filter: person_id org_id
-- scans: enrol everybody is listed
SELECT p.id      AS person_id, -- key   Number
       p.bare    AS person,    -- id    Person
       p.org     AS org_id,    -- key   Number
       p.org_code AS org,      -- id    School
       p.post    AS post       -- text  Post
  FROM person p
 WHERE p.since <= :on AND p.until > :on
 ORDER BY p.org_code, p.bare

-- Everybody who takes part on a day.
-- :on    day   as it was on this day = today
-- :year  year  the school year of which a state is meant
-- filter: person_id org_id state late programme named
-- scans: enrol everybody is listed
SELECT q.person_id  AS number,     -- int    (Number)
       q.person_id  AS person,     -- person Person
       q.org        AS org,        -- id     School
       q.post       AS post,       -- text   Post
       q.person_id  AS person_id,  -- key
       q.org_id     AS org_id      -- key
  FROM (SELECT p.id AS person_id, p.bare, p.code, p.org AS org_id, p.org_code AS org, p.post,
               coalesce(p.post, '') || ' ' || coalesce(p.subject, '') AS search,
               CASE WHEN i.person IS NOT NULL
                    THEN coalesce((SELECT s.state FROM iop_state s
                                    WHERE s.person = p.id AND s.year = :year AND s.since <= :on AND :on < s.until), 'draft')
                    END AS state,
               EXISTS (SELECT 1 FROM plan_unit u
                        WHERE u.person = p.id AND u.year = :year AND u.origin = i.origin AND u.seq = i.seq AND u.due < :on
                          AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.person = u.person AND h.unit = u.unit AND h.part = 0
                                                                  AND h.since <= :on AND :on < h.until)) AS late
          FROM person p
          LEFT JOIN iop i ON i.person = p.id AND i.year = :year AND i.since <= :on AND :on < i.until
         WHERE p.since <= :on AND :on < p.until) q
 WHERE true /* filters */
 ORDER BY q.bare, q.code

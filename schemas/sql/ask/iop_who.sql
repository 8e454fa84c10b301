-- Who can teach a unit, or a part of it.
-- :unit!  unit  the unit or part: id or label
-- :on     day   as it was on this day = today
-- filter: person_id org_id day state
-- empty: nobody is found who can teach it
--
-- from: and to: look at "last_met". "taught": how many learners he taught it or a part of it; "last_met": when he did last.
SELECT q.person_id  AS person,     -- person  Person
       q.org        AS org,        -- id      School
       q.state      AS role,       -- state   Role
       q.taught     AS taught,     -- int     Taught
       q.last_met   AS last_met,   -- day     Last met
       q.person_id  AS person_id,  -- key
       q.org_id     AS org_id      -- key
  FROM (SELECT w.*, w.last_met AS day,
               CASE WHEN w.step = 5 THEN 'bearer' WHEN w.passed THEN 'passed'
                    WHEN w.step = 3 THEN 'credited' ELSE 'mastered' END AS state
          FROM (SELECT p.id AS person_id, p.bare, p.code, p.org AS org_id, p.org_code AS org, t.step,
                      (SELECT count(*) FROM (SELECT DISTINCT x.learner, x.part, x.day FROM taught x
                        WHERE x.giver = t.person AND x.unit = t.unit AND x.done = 1 AND x.day <= :on)) AS taught,
                      (SELECT max(x.day) FROM taught x
                        WHERE x.giver = t.person AND x.unit = t.unit AND x.day <= :on) AS last_met,
                      EXISTS (SELECT 1 FROM passed h
                               WHERE h.person = t.person AND h.unit = t.unit AND h.since <= :on) AND t.part = 0 AS passed
                 FROM (SELECT t.person, t.unit, min(t.part) AS part, max(t.step) AS step
                         FROM can_teach t
                        WHERE t.unit = :unit AND t.part IN (0, :unit_part) AND t.since <= :on AND :on < t.until
                        GROUP BY t.person, t.unit) t
                CROSS JOIN person p ON p.id = t.person AND p.since <= :on AND :on < p.until) w) q
 WHERE true /* filters */
 ORDER BY q.step DESC, q.taught DESC, q.bare, q.code

-- Individual programmes: whose, in what state, how far.
-- :year  year  the school year, by the year it ends in
-- :on    day   as it was on this day = today
-- filter: person_id org_id state late day programme named
-- scans: enrol everybody is listed
--
-- Everybody who has a programme of that year, and who takes part on that day and has none yet.
-- "edition" is the individual programme's own: revising makes the next one.
-- from: and to: look at "due". "late": the due date of a unit has passed; "due" is the nearest one that is not held yet.
-- "programme" is no column: unit:, module: and tech: look for what is in the programme.
-- Of a closed year what its closing kept (use/list_freeze.sql), but for the state, which is today's.
SELECT q.person_id                  AS person,     -- person  Person
       q.org                        AS org,        -- id      School
       q.post                       AS post,       -- text    (Post)
       q.subject                    AS subject,    -- text    (Subject)
       q.state                      AS state,      -- word:draft|proposed|approved|closed State
       q.edition                    AS edition,    -- int     Edition
       q.units                      AS units,      -- int     Units
       q.mastered                   AS mastered,   -- int     Mastered
       q.hours                      AS hours,      -- real    Hours
       q.capacity                   AS capacity,   -- real    Hours a year
       q.due                        AS due,        -- day     Next due
       q.late                       AS late,       -- flag    Late
       q.person_id                  AS person_id,  -- key
       q.org_id                     AS org_id,     -- key
       q.search                     AS search      -- key
  FROM (SELECT w.person_id, w.bare, w.code, w.org, w.org_id, w.post, w.subject, w.search, w.state, w.edition, w.units,
               w.mastered, w.minutes / 60.0 AS hours, w.capacity, w.due, w.due IS NOT NULL AND w.due < :on AS late, w.due AS day
          FROM (SELECT e.person AS person_id, e.bare, c.code, o.code AS org, e.org AS org_id, e.post, e.subject,
                       coalesce(e.post, '') || ' ' || coalesce(e.subject, '') AS search,
                       CASE WHEN i.person IS NOT NULL
                            THEN coalesce((SELECT s.state FROM iop_state s
                                            WHERE s.person = e.person AND s.year = :year AND s.since <= :on AND :on < s.until), 'draft')
                            END AS state,
                       CASE WHEN i.person IS NOT NULL
                            THEN 1 + (SELECT count(*) FROM iop_word v
                                       WHERE v.person = e.person AND v.year = :year AND v.verb = 'revise' AND v.day <= :on)
                            END AS edition,
                       (SELECT count(*) FROM plan_unit u
                         WHERE u.person = e.person AND u.year = :year AND u.origin = i.origin AND u.seq = i.seq) AS units,
                       (SELECT count(*) FROM plan_unit u
                         WHERE u.person = e.person AND u.year = :year AND u.origin = i.origin AND u.seq = i.seq
                           AND EXISTS (SELECT 1 FROM holds h WHERE h.person = u.person AND h.unit = u.unit AND h.part = 0
                                                               AND h.since <= :on AND :on < h.until)) AS mastered,
                       (SELECT sum(u.minutes) FROM plan_unit u
                         WHERE u.person = e.person AND u.year = :year AND u.origin = i.origin AND u.seq = i.seq) AS minutes,
                       (SELECT min(u.due) FROM plan_unit u
                         WHERE u.person = e.person AND u.year = :year AND u.origin = i.origin AND u.seq = i.seq
                           AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.person = u.person AND h.unit = u.unit AND h.part = 0
                                                                   AND h.since <= :on AND :on < h.until)) AS due,
                       coalesce((SELECT CAST(t.value ->> '$' AS REAL) FROM setting_of t
                                  WHERE t.person = e.person AND t.key = 'capacity' AND t.since <= :on AND :on < t.until),
                                (SELECT r.capacity / 60.0 FROM programme r
                                  WHERE r.edition = coalesce(i.edition, :programme))) AS capacity
                  FROM (SELECT q.*
                          FROM (SELECT a.*, a.person AS person_id, a.org AS org_id FROM enrol a) q
                         WHERE true /* filters: person_id org_id */) e
                 CROSS JOIN code c ON c.id = e.person
                 CROSS JOIN code o ON o.id = e.org
                  LEFT JOIN iop i ON i.person = e.person AND i.year = :year AND i.since <= :on AND :on < i.until
                 WHERE e.day <= :on
                   AND NOT EXISTS (SELECT 1 FROM enrol x
                                    WHERE x.person = e.person AND x.day <= :on
                                      AND (x.day, x.lamport, x.by_, x.seq) > (e.day, e.lamport, e.by_, e.seq))
                   AND (i.person IS NOT NULL
                        OR EXISTS (SELECT 1 FROM person p WHERE p.id = e.person AND p.since <= :on AND :on < p.until))
                   AND NOT EXISTS (SELECT 1 FROM frozen f WHERE f.year = :year AND f.kind = 'list')) w
        UNION ALL
        SELECT c.id, substr(c.code, instr(c.code, '/') + 1), c.code, f.body ->> 1, o.id, f.body ->> 2, f.body ->> 3,
               coalesce(f.body ->> 2, '') || ' ' || coalesce(f.body ->> 3, ''),
               CASE WHEN f.body ->> 4 IS NOT NULL
                    THEN coalesce((SELECT s.state FROM iop_state s
                                    WHERE s.person = c.id AND s.year = :year AND s.since <= :today AND :today < s.until), f.body ->> 4)
                    END,
               f.body ->> 5, f.body ->> 6, f.body ->> 7, f.body ->> 8, f.body ->> 9, f.body ->> 10, f.body ->> 11, f.body ->> 10
          FROM frozen f
         CROSS JOIN code c ON c.kind = 'person' AND c.code = f.body ->> 0
          LEFT JOIN code o ON o.kind = 'org' AND o.code = f.body ->> 1
         WHERE f.year = :year AND f.kind = 'list') q
 WHERE true /* filters */
 ORDER BY q.bare, q.code

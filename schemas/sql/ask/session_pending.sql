-- Checks that are owed: all meetings of the unit are over, or all its parts are held, and nobody has checked it yet.
-- :on  day  as it was on this day = today
-- filter: person_id unit_id day org_id
-- empty: no check is owed
-- scans: mark by its index of what was taken in sessions
--
-- from: and to: look at "since". "giver": who taught last; "checker": who can check it, so that it is not always the
-- methodist: the giver if he holds the whole of it, else the first who does and did not study it with him; under
-- strict_check nobody who taught it to him.
SELECT q.person_id  AS person,     -- person  Person
       q.unit       AS unit,       -- id      Unit
       q.day        AS since,      -- day     Since
       q.session    AS session,    -- id      Session
       q.giver      AS giver,      -- person  Taught by
       (SELECT x.person FROM (SELECT t.person, t.step, t.person IS q.giver AS own FROM can_teach t
         WHERE t.unit = q.unit_id AND t.part = 0 AND t.since <= :on AND :on < t.until AND t.person <> q.person_id
           AND NOT EXISTS (SELECT 1 FROM beside b WHERE b.person = q.person_id AND b.unit = q.unit_id AND b.other = t.person)
           AND NOT EXISTS (SELECT 1 FROM programme g
                            CROSS JOIN taught x ON x.giver = t.person AND x.unit = q.unit_id AND x.learner = q.person_id
                            WHERE g.edition = :programme AND g.strict_check = 1)) x
         ORDER BY x.own DESC, x.step DESC, x.person LIMIT 1)
                    AS checker,    -- person  Can check
       q.checks     AS "check",    -- word:observation|demo|product|trial|talk Check
       q.title      AS title,      -- title   (Title)
       q.person_id  AS person_id,  -- key
       q.unit_id    AS unit_id,    -- key
       q.org_id     AS org_id      -- key
  FROM (SELECT w.person AS person_id, w.unit AS unit_id, c.code AS unit, w.since AS day, p.org AS org_id, u.checks, u.title,
               e.peer AS giver, s.code AS session
          FROM owed w
         CROSS JOIN unit u ON u.edition = w.edition AND u.unit = w.unit
         CROSS JOIN code c ON c.id = w.unit
         CROSS JOIN person p ON p.id = w.person AND p.since <= :on AND :on < p.until
          LEFT JOIN mark k ON k.person = w.person AND k.unit = w.unit
           AND (k.step, k.part, k.day, k.tm, k.origin, k.seq) = (
                SELECT m.step, m.part, m.day, m.tm, m.origin, m.seq FROM mark m
                 WHERE m.person = w.person AND m.unit = w.unit AND m.day <= w.since AND m.tm > 0
                 ORDER BY m.day DESC, m.tm DESC, m.origin DESC, m.seq DESC LIMIT 1)
          LEFT JOIN entry e ON e.origin = k.origin AND e.seq = k.seq
          LEFT JOIN code s ON s.id = e.session
         WHERE w.since <= :on AND :on < w.until) q
 WHERE true /* filters */
 ORDER BY q.day, q.person_id, q.unit

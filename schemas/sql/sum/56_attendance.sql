-- Attendance: who was there, of those who were expected
-- section: sessions
-- of: rows
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: session_word the few of which something was said
--
-- Expected are the members of the group on that day but for those whose pause goes over it; of a session without a group
-- those for whom it was planned; and whoever was there. Sessions of which only a number is known are left out.
WITH there AS MATERIALIZED (
  SELECT s.session, s.code, s.day, s.start, s.grps, e.data -> '$.attended' AS attended,
         (SELECT x.data -> '$.present'
            FROM pairing k CROSS JOIN entry x ON x.origin = k.origin AND x.seq = k.seq
           WHERE k.session = s.code ORDER BY k.lamport DESC, k.by_ DESC, k.seq DESC LIMIT 1) AS planned
    FROM evening s
   CROSS JOIN entry e ON e.origin = s.origin AND e.seq = s.seq
   WHERE s.edition = :rest AND s.status = 'held' AND s.day BETWEEN :from AND :on AND json_type(e.data, '$.attended') = 'array'
), came AS MATERIALIZED (
  SELECT t.session, c.id AS person FROM there t CROSS JOIN json_each(t.attended) j CROSS JOIN code c ON c.kind = 'person' AND c.code = j.value
), expected (session, person) AS (
  SELECT t.session, m.person
    FROM there t
   CROSS JOIN code g ON g.kind = 'group' AND g.code = t.grps
   CROSS JOIN membership m ON m.grp = g.id AND m.since <= t.day AND t.day < m.until
   WHERE EXISTS (SELECT 1 FROM person p WHERE p.id = m.person AND p.since <= t.day AND t.day < p.until)
     AND NOT EXISTS (SELECT 1 FROM pause z WHERE z.person = m.person AND t.day BETWEEN z.since AND z.until)
  UNION
  SELECT t.session, c.id
    FROM there t CROSS JOIN json_each(t.planned) j CROSS JOIN code c ON c.kind = 'person' AND c.code = j.value ->> '$.person'
   WHERE t.grps IS NULL
  UNION
  SELECT session, person FROM came
)
SELECT x.session  AS session,  -- id     Session
       t.day      AS date,     -- day    Date
       x.person   AS person,   -- person Person
       EXISTS (SELECT 1 FROM came c WHERE c.session = x.session AND c.person = x.person)
                  AS counts    -- key
  FROM expected x
 CROSS JOIN there t ON t.session = x.session
 ORDER BY t.day, t.start, x.session, x.person

-- What happened since a day, and what waits: for a letter on Monday.
-- :since!  since  from this day on
-- :on      day    as it was on this day = today
-- :year    year   the school year, by the year it ends in
-- empty: nothing happened and nothing waits
-- scans: mark plan plan_unit iop_word enrol gone request session_word adoption trial all of these are looked at, once a letter
--
-- Happened: "mastered" (units, counted), "joined", "left", "held". Waits: "late" (the due date passed since that day),
-- "unrecorded", "check" (owed), "request" (without an answer), and within a week "due" and "session". "acts": somebody has to
-- do something. "number": of what the text says (lib/service/digest.c).
WITH taking AS MATERIALIZED (
  SELECT p.id, p.bare, p.code, i.edition, i.origin, i.seq
    FROM person p
   CROSS JOIN iop i ON i.person = p.id AND i.year = :year AND i.since <= :on AND :on < i.until
   WHERE p.since <= :on AND :on < p.until
     AND coalesce((SELECT s.state FROM iop_state s WHERE s.person = p.id AND s.year = :year AND s.since <= :on AND :on < s.until), 'draft') <> 'closed'
), owing AS MATERIALIZED (
  SELECT t.id, t.bare, t.code, t.edition, u.unit, u.due, u.ord
    FROM taking t
   CROSS JOIN plan_unit u ON u.person = t.id AND u.year = :year AND u.origin = t.origin AND u.seq = t.seq AND u.due BETWEEN :since AND :on + 7
   WHERE NOT EXISTS (SELECT 1 FROM holds h WHERE h.person = t.id AND h.unit = u.unit AND h.part = 0 AND h.since <= :on AND :on < h.until)
), made AS (
  SELECT DISTINCT m.person, m.unit FROM mark m WHERE m.part = 0 AND m.step = 4 AND m.day BETWEEN :since AND :on
)
SELECT q.kind     AS kind,     -- word:mastered|joined|left|held|late|unrecorded|check|request|due|session Kind
       q.person   AS person,   -- person  Person
       c.code     AS unit,     -- id      Unit
       q.session  AS session,  -- id      Session
       q.due      AS due,      -- day     Due
       q.text     AS text,     -- title   What
       q.number   AS number,   -- key
       q.acts     AS acts      -- key
  FROM (SELECT 1 AS ord, 'mastered' AS kind, NULL AS person, NULL AS unit, NULL AS session, NULL AS due, NULL AS text,
               count(*) AS number, 0 AS acts, 0 AS day, '' AS who
          FROM made HAVING count(*) > 0
        UNION ALL
        SELECT 2, 'joined', e.person, NULL, NULL, NULL, NULL, 0, 0, min(e.day), e.bare
          FROM enrol e GROUP BY e.person HAVING min(e.day) BETWEEN :since AND :on
        UNION ALL
        SELECT 3, 'left', g.person, NULL, NULL, NULL, NULL, 0, 0, min(g.day), ''
          FROM gone g
         WHERE g.day BETWEEN :since AND :on AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = g.person AND p.since <= :on AND :on < p.until)
         GROUP BY g.person
        UNION ALL
        SELECT 4, 'held', NULL, NULL, s.session, NULL, coalesce(e.title, s.event), s.present, 0, s.day, s.session
          FROM session s LEFT JOIN event e ON e.edition = s.edition AND e.id = s.event
         WHERE s.edition = :rest AND s.status = 'held' AND s.day BETWEEN :since AND :on
        UNION ALL
        SELECT 5, 'late', o.id, o.unit, NULL, o.due, u.title, 0, 1, o.due, o.bare || o.code || o.ord
          FROM owing o LEFT JOIN unit u ON u.edition = o.edition AND u.unit = o.unit
         WHERE o.due < :on
        UNION ALL
        SELECT 6, 'unrecorded', NULL, NULL, s.session, s.day, coalesce(e.title, s.event), 0, 1, s.day, s.session
          FROM session s LEFT JOIN event e ON e.edition = s.edition AND e.id = s.event
         WHERE s.edition = :rest AND s.status IN ('planned', 'moved') AND s.day <= :on
        UNION ALL
        SELECT 7, 'check', w.person, w.unit, NULL, w.since, u.title, 0, 1, w.since, p.bare || p.code
          FROM owed w
         CROSS JOIN person p ON p.id = w.person AND p.since <= :on AND :on < p.until
          LEFT JOIN unit u ON u.edition = w.edition AND u.unit = w.unit
         WHERE w.since <= :on AND :on < w.until
        UNION ALL
        SELECT 8, 'request', coalesce(r.person, g.code), NULL, NULL,
               r.day + coalesce((SELECT p.answer_days FROM programme p WHERE p.edition = :programme), 5), n.number, 0, 1, r.day, ''
          FROM request r
         CROSS JOIN request_number n ON n.seq = r.seq AND n.by_ = r.by_
          LEFT JOIN code g ON g.id = r.grp
         WHERE r.day <= :on AND NOT EXISTS (SELECT 1 FROM request_word w WHERE w.about_seq = r.seq AND w.about = r.by_ AND w.day <= :on)
        UNION ALL
        SELECT 9, 'due', o.id, o.unit, NULL, o.due, u.title, 0, 0, o.due, o.bare || o.code || o.ord
          FROM owing o LEFT JOIN unit u ON u.edition = o.edition AND u.unit = o.unit
         WHERE o.due >= :on
        UNION ALL
        SELECT 10, 'session', NULL, NULL, s.session, s.day, coalesce(e.title, s.event), 0, 0, s.day, coalesce(e.start, '') || s.session
          FROM session s LEFT JOIN event e ON e.edition = s.edition AND e.id = s.event
         WHERE s.edition = :rest AND s.status IN ('announced', 'planned', 'moved') AND s.day BETWEEN :on + (s.status <> 'announced') AND :on + 7) q
  LEFT JOIN code c ON c.id = q.unit
 ORDER BY q.ord, q.day, q.who

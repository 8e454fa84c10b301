-- Who may fall behind, and why.
-- :on    day   as it was on this day = today
-- :year  year  the school year, by the year it ends in
-- filter: person_id org_id unit_id day late reason named
-- empty: nobody is late, without a teacher, without a meeting or without an answer
-- scans: enrol request everybody is looked at
--
-- A row a reason. "late": the due date of a unit has passed below mastered. "no_teacher": what the unit rests on is
-- held, and nobody can teach it. "no_meeting": for more than 30 days no meeting with anybody in a recorded session and no
-- mark with a partner (taught, being taught or studied beside somebody), since the programme was approved or first marked; a pause puts it off until it is over.
-- "late_request": what was asked has no answer within the programme's answer_days. Closed programmes are in no danger.
-- "due" of the last two is the day by which somebody should have met or answered; from: and to: look at it.
SELECT coalesce(q.person_id, q.grp)
                    AS person,     -- person  Person
       c.code       AS unit,       -- id      Unit
       q.due        AS due,        -- day     Due
       CASE WHEN q.due < :on THEN :on - q.due END
                    AS days_late,  -- int     Days late
       q.reason     AS reason,     -- word:late|no_teacher|no_meeting|late_request Reason
       q.person_id  AS person_id,  -- key
       q.org_id     AS org_id,     -- key
       q.unit_id    AS unit_id     -- key
  FROM (WITH taking AS MATERIALIZED (
          SELECT e.person_id, e.org_id, e.bare, e.code, i.edition, i.origin, i.seq
            FROM (SELECT q.*
                    FROM (SELECT p.id AS person_id, p.org AS org_id, p.bare, p.code FROM person p WHERE p.since <= :on AND :on < p.until) q
                   WHERE true /* filters: person_id org_id */) e
           CROSS JOIN iop i ON i.person = e.person_id AND i.year = :year AND i.since <= :on AND :on < i.until
           WHERE NOT EXISTS (SELECT 1 FROM iop_state s
                              WHERE s.person = e.person_id AND s.year = :year AND s.since <= :on AND :on < s.until
                                AND s.state = 'closed' AND NOT (:unclosed AND s.yearly))
        ), owed AS MATERIALIZED (
          SELECT t.*, u.unit AS unit_id, u.due
            FROM taking t
           CROSS JOIN plan_unit u ON u.person = t.person_id AND u.year = :year AND u.origin = t.origin AND u.seq = t.seq
           WHERE NOT EXISTS (SELECT 1 FROM holds h WHERE h.person = t.person_id AND h.unit = u.unit AND h.part = 0
                                                    AND h.since <= :on AND :on < h.until)
        ), untaught AS MATERIALIZED (
          SELECT d.unit_id
            FROM (SELECT DISTINCT unit_id FROM owed) d
           WHERE NOT EXISTS (SELECT 1 FROM can_teach a WHERE a.unit = d.unit_id AND a.part = 0 AND a.since <= :on AND :on < a.until)
        ), seen AS MATERIALIZED (
          SELECT t.*,
                 max((SELECT min(x.day) FROM enrol x WHERE x.person = t.person_id),
                     (SELECT min(x.day)
                        FROM (SELECT v.day FROM iop_word v
                               WHERE v.person = t.person_id AND v.year = :year AND v.verb = 'approve' AND v.day <= :on
                              UNION ALL
                              SELECT m.day FROM mark m
                               WHERE m.person = t.person_id AND +m.step IN (2, 4)
                                 AND m.day BETWEEN (SELECT y.since FROM calendar y
                                                     WHERE y.edition = :rest AND y.org = :org AND y.year = :year) AND :on) x),
                     coalesce((SELECT max(x.day) FROM taught x WHERE x.giver = t.person_id AND x.day <= :on), 0),
                     coalesce((SELECT max(x.day) FROM taught x WHERE x.learner = t.person_id AND x.day <= :on), 0),
                     coalesce((SELECT max(x.day) FROM beside x WHERE x.person = t.person_id AND x.day <= :on), 0),
                     coalesce((SELECT max(x.day) FROM met x WHERE x.person = t.person_id AND x.other > 0 AND x.day <= :on), 0),
                     coalesce((SELECT max(x.until) FROM pause x WHERE x.person = t.person_id AND x.since <= :on), 0)) AS last
            FROM taking t
        )
        SELECT o.person_id, NULL AS grp, o.org_id, o.bare, o.code, o.edition, o.unit_id, o.due, o.due AS day, o.due < :on AS late,
               'late' AS reason, '' AS search
          FROM owed o
         WHERE o.due < :on
        UNION ALL
        SELECT o.person_id, NULL, o.org_id, o.bare, o.code, o.edition, o.unit_id, o.due, o.due, o.due < :on, 'no_teacher', ''
          FROM untaught n
         CROSS JOIN owed o ON o.unit_id = n.unit_id
         WHERE NOT EXISTS (SELECT 1 FROM need r
                            WHERE r.edition = o.edition AND r.unit = o.unit_id
                              AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.person = o.person_id AND h.unit = r.need AND h.part = 0
                                                                      AND h.since <= :on AND :on < h.until))
        UNION ALL
        SELECT m.person_id, NULL, m.org_id, m.bare, m.code, m.edition, NULL, m.last + 30, m.last + 30, true, 'no_meeting', ''
          FROM seen m
         WHERE m.last + 30 < :on
        UNION ALL
        SELECT r.person, g.code, p.org, coalesce(p.bare, g.code), coalesce(p.code, g.code), NULL, NULL,
               r.day + a.days, r.day + a.days, true, 'late_request', coalesce(r.theme, '')
          FROM (SELECT coalesce((SELECT p.answer_days FROM programme p WHERE p.edition = :programme), 5) AS days) a
         CROSS JOIN request r
          LEFT JOIN code g ON g.id = r.grp
          LEFT JOIN person p ON p.id = r.person AND p.since <= :on AND :on < p.until
         WHERE r.day + a.days < :on
           AND NOT EXISTS (SELECT 1 FROM request_word w WHERE w.about_seq = r.seq AND w.about = r.by_ AND w.day <= :on)) q
  LEFT JOIN code c ON c.id = q.unit_id
  LEFT JOIN unit u ON u.edition = q.edition AND u.unit = q.unit_id
 WHERE true /* filters */
 ORDER BY days_late DESC, q.bare, q.code, u.ord, q.reason

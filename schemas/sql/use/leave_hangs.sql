-- What hangs on a person on a day: units that nobody else can teach and who waits for them, groups led, events,
-- milestones, planned meetings, lessons shown, people curated, quanta that nobody else who stays has tried, requests
-- taken that are not closed.
-- scans: trait request whom this person curates and what he took stands only there; once a leaving
WITH able AS (
  SELECT DISTINCT t.unit FROM can_teach t
   WHERE t.person = :person AND t.part = 0 AND t.since <= :on AND :on < t.until
     AND NOT EXISTS (SELECT 1 FROM can_teach o WHERE o.unit = t.unit AND o.part = 0 AND o.person <> :person
                                                  AND o.since <= :on AND :on < o.until)
)
SELECT 'unit' AS kind, c.code AS id,
       coalesce((SELECT u.label FROM unit u WHERE u.edition = :programme AND u.unit = a.unit), c.code) AS text,
       (SELECT group_concat(w.bare, ', ')
                   FROM (SELECT DISTINCT p.bare FROM wants x CROSS JOIN person p ON p.id = x.person AND p.since <= :on AND :on < p.until
                          WHERE x.unit = a.unit AND x.person <> :person AND x.since <= :on AND :on < x.until ORDER BY p.bare) w) AS waiting
  FROM able a CROSS JOIN code c ON c.id = a.unit
UNION ALL
SELECT i.kind, i.id, coalesce(i.body ->> '$.title', ''), NULL
  FROM code me
 CROSS JOIN item i ON i.edition = :rest AND i.kind IN ('group', 'event', 'milestone')
 WHERE me.id = :person AND me.code IN (i.body ->> '$.leader', i.body ->> '$.responsible')
   AND coalesce(i.body ->> '$.to', i.body ->> '$.date', i.body ->> '$.due', '9999') >= date(2440587.5 + :on)
   AND NOT (i.kind = 'group' AND EXISTS (SELECT 1 FROM code c CROSS JOIN dissolved d ON d.grp = c.id AND d.day <= :on
                                          WHERE c.kind = 'group' AND c.code = i.id))
UNION ALL
SELECT 'session', s.code, group_concat(DISTINCT coalesce((SELECT u.label FROM unit u WHERE u.edition = :programme AND u.unit = t.unit), c.code)), NULL
  FROM (SELECT t.session, t.unit FROM planned t WHERE t.person = :person AND t.until = 99999
        UNION
        SELECT t.session, t.unit FROM planned t WHERE t.giver = :person AND t.until = 99999) t
 CROSS JOIN code s ON s.id = t.session
 CROSS JOIN code c ON c.id = t.unit
 WHERE :on <= (SELECT x.day FROM session_state x WHERE x.session = t.session AND x.newest)
 GROUP BY s.id
UNION ALL
SELECT 'visit', n.number, date(2440587.5 + v.day) || ' · ' || v.class, NULL
  FROM visit v
 CROSS JOIN visit_number n ON n.seq = v.seq AND n.by_ = v.by_
 WHERE v.host = :person AND v.day >= :on
UNION ALL
SELECT t.key, substr(c.code, instr(c.code, '/') + 1), '', NULL
  FROM code me
 CROSS JOIN setting_of t ON t.key IN ('curator', 'mentor') AND t.value = json_quote(me.code) AND t.until = 99999
 CROSS JOIN code c ON c.id = t.person
 WHERE me.id = :person
UNION ALL
SELECT 'quantum', c.code, q.title, NULL
  FROM (SELECT DISTINCT t.quantum FROM trial t WHERE t.person = :person AND t.day <= :on) t
 CROSS JOIN quantum q ON q.edition = :rest AND q.quantum = t.quantum
 CROSS JOIN code c ON c.id = q.quantum
 WHERE NOT EXISTS (SELECT 1 FROM trial o
                    CROSS JOIN person p ON p.id = o.person AND p.since <= :on AND :on < p.until
                    WHERE o.quantum = t.quantum AND o.person <> :person)
UNION ALL
SELECT 'request', n.number, coalesce(r.theme, ''), NULL
  FROM request r
 CROSS JOIN request_number n ON n.seq = r.seq AND n.by_ = r.by_
 WHERE r.day <= :on
   AND :person = coalesce(r.taker,                    -- else who answered first
                          (SELECT p.id FROM request_word a
                            CROSS JOIN code p ON p.kind = 'person' AND a.actor IN (p.code, substr(p.code, instr(p.code, '/') + 1))
                            WHERE a.about_seq = r.seq AND a.about = r.by_ AND a.verb = 'answer' AND a.day <= :on
                            ORDER BY a.day, a.lamport, a.by_, a.seq LIMIT 1))
   AND NOT EXISTS (SELECT 1 FROM request_word a
                    WHERE a.about_seq = r.seq AND a.about = r.by_ AND a.verb = 'settle' AND a.day <= :on)
 ORDER BY 1, 2

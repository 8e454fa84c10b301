-- An individual programme with all its blocks, row by row: of one, of several, or of everybody.
-- :person*  person  whose; p07@2027 names the year; without it everybody's
-- :year     year    the school year, by the year it ends in
-- :on       day     as it was on this day = today
-- filter: person_id org_id
-- empty: nobody has a programme
-- scans: enrol plan plan_unit every programme is printed
--
-- Blocks: "participant"; "diagnosis" (requests, deficits); "goal"; "roadmap" (units, then what one answers for in the
-- cyclogram and what one's groups do); "people"; "gives" (units and quanta that are his);
-- "reflection"; "approval"; "edition" (why there is a next one). Texts that people wrote are private: who may not read them sees
-- a sign in their place. As a page (html) it is the form to print.
-- Of a closed year what its closing kept (use/iop_freeze.sql).
WITH shut AS MATERIALIZED (
  SELECT EXISTS (SELECT 1 FROM frozen f WHERE f.year = :year AND f.kind = 'iop') AS is_shut
), whose AS MATERIALIZED (
  SELECT q.*
    FROM (SELECT p.id AS person_id, p.bare, p.code, p.org AS org_id, p.org_code, p.post, p.subject, i.edition, i.origin, i.seq,
                 1 + (SELECT count(*) FROM iop_word v WHERE v.person = p.id AND v.year = :year AND v.verb = 'revise' AND v.day <= :on) AS number
            FROM person p
           CROSS JOIN iop i ON i.person = p.id AND i.year = :year AND i.since <= :on AND :on < i.until
           WHERE NOT (SELECT is_shut FROM shut)
             AND p.since <= :on AND :on < p.until AND (:person IS NULL OR p.id IN (SELECT value FROM json_each(:person)))) q
), span AS MATERIALIZED (
  SELECT c.since, c.until, c.opens FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year
), happens AS MATERIALIZED (
  SELECT e.id, e.ord, e.title, e.responsible, e.product, max(o.day) AS due,
         max((SELECT max(x.day) FROM session_word x WHERE x.session = c.id AND x.verb IN ('hold', 'record') AND x.day <= :on)) AS done
    FROM span s
   CROSS JOIN event e ON e.edition = :rest AND e.since <= s.until AND s.opens <= e.until AND NOT (SELECT is_shut FROM shut)
   CROSS JOIN occurrence o ON o.edition = e.edition AND o.event = e.id AND o.day BETWEEN s.opens AND s.until
    LEFT JOIN code c ON c.kind = 'session' AND c.code = o.session
   GROUP BY e.id
)
SELECT q.person_id  AS person,     -- person  Person
       q.block      AS block,      -- word:participant|diagnosis|goal|roadmap|events|people|gives|reflection|approval|edition Block
       q.item       AS item,       -- word:post|subject|org|year|edition|curator|mentor|goal|tasks|deficits|self_rating|reflection|approved Item
       q.text       AS text,       -- title   What
       q.way        AS way,        -- word    Way
       q.who        AS "with",     -- person  With
       q.due        AS due,        -- day     Due
       q.done       AS done,       -- day     Done
       q.words      AS words,      -- private {Text}
       q.more ->> '$.detail'
                    AS detail,     -- title   (Detail)
       q.more ->> '$.hours'
                    AS hours,      -- real    (Hours)
       q.more ->> '$.held'
                    AS held,       -- word:credited|mastered|bearer (Held as)
       q.more ->> '$.why'
                    AS why,        -- word:invariant|chosen|needed (Why)
       q.more ->> '$.evidence'
                    AS evidence,   -- text    (Evidence)
       q.more ->> '$.presented'
                    AS presented,  -- word:observation|demo|product|trial|talk (How it is presented)
       q.more ->> '$.edition'
                    AS edition,    -- int     (Edition)
       q.more ->> '$.protocol'
                    AS protocol,   -- text    (Protocol)
       q.more ->> '$.ordered'
                    AS "order",    -- text    (Order)
       q.person_id  AS person_id,  -- key
       q.org_id     AS org_id,     -- key
       q.taken      AS taken,      -- key
       q.ord        AS ord         -- key
  FROM (SELECT w.*, :on AS taken, 1 AS ord, 'participant' AS block, j.key AS item, j.value AS text, NULL AS way, NULL AS who,
               NULL AS due, NULL AS done, NULL AS words,
               CASE j.key WHEN 'org' THEN (SELECT json_object('detail', o.short) FROM org o WHERE o.edition = :rest AND o.org = w.org_id)
                          WHEN 'year' THEN (SELECT json_object('detail', date(2440587.5 + s.since) || '/' || date(2440587.5 + s.until)) FROM span s)
                          END AS more,
               j.id AS sub
          FROM whose w
         CROSS JOIN json_each(json_object('post', w.post, 'subject', w.subject, 'org', w.org_code, 'year', (:year - 1) || '/' || :year, 'edition', w.number)) j ON j.value IS NOT NULL
        UNION ALL
        SELECT w.*, :on, 2, 'diagnosis', '№ ' || n.number, coalesce(r.theme, (SELECT group_concat(j.value, ' ') FROM json_each(r.units) j)),
               NULL, NULL, NULL, r.day, CASE r.own WHEN 1 THEN r.words END,
               json_object('detail', (SELECT group_concat(coalesce(u.label, j.value), ', ')
                                        FROM json_each(r.units) j
                                        LEFT JOIN code c ON c.kind = 'unit' AND c.code = j.value
                                        LEFT JOIN unit u ON u.edition = w.edition AND u.unit = c.id)), r.seq
          FROM whose w
         CROSS JOIN request r ON r.person = w.person_id AND r.day <= :on
           AND (r.day >= coalesce((SELECT s.opens FROM span s), 0)                -- of this year, or open still
                OR NOT EXISTS (SELECT 1 FROM request_word a WHERE a.about_seq = r.seq AND a.about = r.by_ AND a.verb = 'settle'
                                  AND a.day < (SELECT s.opens FROM span s)))
         CROSS JOIN request_number n ON n.seq = r.seq AND n.by_ = r.by_
        UNION ALL
        SELECT w.*, :on, CASE f.block WHEN 'deficits' THEN 2 WHEN 'reflection' THEN 8 WHEN 'self_rating' THEN 8 ELSE 3 END,
               CASE f.block WHEN 'deficits' THEN 'diagnosis' WHEN 'reflection' THEN 'reflection' WHEN 'self_rating' THEN 'reflection' ELSE 'goal' END,
               f.block, NULL, NULL, NULL, NULL, f.day, CASE f.own WHEN 1 THEN f.words END, NULL, f.seq
          FROM whose w
         CROSS JOIN form f ON f.person = w.person_id AND f.year = :year AND f.day <= :on AND f.words IS NOT NULL
         WHERE NOT EXISTS (SELECT 1 FROM form x WHERE x.person = f.person AND x.year = f.year AND x.block = f.block AND x.day <= :on
                              AND (x.lamport, x.by_, x.seq) > (f.lamport, f.by_, f.seq))
        UNION ALL
        SELECT w.*, :on, 4, 'roadmap', coalesce(u.label, c.code), coalesce(u.title, c.code), i.way,
               (SELECT t.giver FROM taught t WHERE t.learner = w.person_id AND t.unit = i.unit AND t.day <= :on ORDER BY t.done DESC, t.day DESC LIMIT 1),
               i.due,
               (SELECT nullif(min(h.since), 0) FROM holds h WHERE h.person = w.person_id AND h.unit = i.unit AND h.part = 0 AND h.since <= :on AND :on < h.until),
               NULL,
               json_object('detail', u.result, 'hours', i.minutes / 60.0, 'why', i.why, 'presented', u.checks,
                 'held', (SELECT CASE max(h.step) WHEN 3 THEN 'credited' WHEN 4 THEN 'mastered' WHEN 5 THEN 'bearer' END
                            FROM holds h WHERE h.person = w.person_id AND h.unit = i.unit AND h.part = 0 AND h.since <= :on AND :on < h.until),
                 'evidence',
                 (SELECT e.data ->> '$.evidence'
                    FROM mark m
                   CROSS JOIN entry e ON e.origin = m.origin AND e.seq = m.seq AND e.data ->> '$.evidence' IS NOT NULL
                   WHERE m.person = w.person_id AND m.unit = i.unit AND m.day <= :on AND m.step IN (3, 4)
                   ORDER BY m.step DESC, m.day DESC, m.tm DESC, m.lamport DESC LIMIT 1)),
               i.ord
          FROM whose w
         CROSS JOIN plan_unit i ON i.person = w.person_id AND i.year = :year AND i.origin = w.origin AND i.seq = w.seq
         CROSS JOIN code c ON c.id = i.unit
          LEFT JOIN unit u ON u.edition = w.edition AND u.unit = i.unit
        UNION ALL
        SELECT w.*, :on, 5, 'events', h.id, h.title, NULL, p.id, h.due, h.done, NULL, json_object('detail', h.product), h.due * 1000 + h.ord
          FROM whose w
         CROSS JOIN happens h ON h.responsible = w.code
            OR EXISTS (SELECT 1 FROM event_grp g
                        CROSS JOIN membership m ON m.person = w.person_id AND m.grp = g.grp AND m.since <= :on AND :on < m.until
                        WHERE g.edition = :rest AND g.event = h.id)
          LEFT JOIN code p ON p.kind = 'person' AND p.code = h.responsible
        UNION ALL
        SELECT w.*, :on, 5, 'events', g.id, g.title, NULL, w.person_id, g.last,
               coalesce((SELECT min(r.day) FROM reached r WHERE r.milestone = g.id AND r.day <= :on), CASE WHEN g.done <= :on THEN g.done END),
               NULL, json_object('detail', g.product), g.last * 1000 + g.ord
          FROM whose w
         CROSS JOIN goal_of g ON g.edition = :rest AND g.org = :org AND g.year = :year AND g.kind = 'milestone' AND g.responsible = w.code
        UNION ALL
        SELECT w.*, :on, 6, 'people', t.key, NULL, NULL, coalesce(c.id, t.value ->> '$'), NULL, NULL, NULL, NULL, 0
          FROM whose w
         CROSS JOIN setting_of t ON t.person = w.person_id AND t.key IN ('curator', 'mentor') AND t.since <= :on AND :on < t.until AND t.value <> 'null'
          LEFT JOIN code c ON c.kind = 'person' AND c.code = t.value ->> '$'
        UNION ALL
        SELECT w.*, :on, 7, 'gives', coalesce(u.label, c.code), coalesce(u.title, c.code), NULL, NULL, NULL, nullif(h.since, 0), NULL, NULL, coalesce(u.ord, 0)
          FROM whose w
         CROSS JOIN holds h ON h.person = w.person_id AND h.part = 0 AND h.step = 5 AND h.since <= :on AND :on < h.until
         CROSS JOIN code c ON c.id = h.unit
          LEFT JOIN unit u ON u.edition = w.edition AND u.unit = h.unit
        UNION ALL
        SELECT w.*, :on, 7, 'gives', c.code, d.title, NULL, NULL, NULL, NULL, NULL, NULL, 9999 + d.ord
          FROM whose w
         CROSS JOIN quantum d ON d.edition = :rest AND d.author = w.code
         CROSS JOIN code c ON c.id = d.quantum
        UNION ALL
        SELECT w.*, :on, 9, 'approval', 'approved',
               trim(coalesce(e.data ->> '$.body', '') || coalesce(' № ' || (e.data ->> '$.protocol'), '') || coalesce(' · ' || (e.data ->> '$.order'), '')),
               NULL, NULL, NULL, a.day, NULL,
               json_object('edition', 1 + (SELECT count(*) FROM iop_word v
                                            WHERE v.person = w.person_id AND v.year = :year AND v.verb = 'revise'
                                              AND (v.lamport, v.by_, v.seq) < (a.lamport, a.by_, a.seq)),
                 'detail', e.data ->> '$.body', 'protocol', e.data ->> '$.protocol', 'ordered', e.data ->> '$.order'), a.seq
          FROM whose w
         CROSS JOIN iop_word a ON a.person = w.person_id AND a.year = :year AND a.verb = 'approve' AND a.day <= :on
         CROSS JOIN entry e ON e.origin = a.origin AND e.seq = a.seq
        UNION ALL
        SELECT w.*, :on, 10, 'edition', 1 + row_number() OVER (PARTITION BY w.person_id ORDER BY a.lamport, a.by_, a.seq), NULL,
               NULL, NULL, NULL, a.day, CASE g.own WHEN 1 THEN e.data ->> '$.reason' END, NULL, a.lamport
          FROM whose w
         CROSS JOIN iop_word a ON a.person = w.person_id AND a.year = :year AND a.verb = 'revise' AND a.day <= :on
         CROSS JOIN entry e ON e.origin = a.origin AND e.seq = a.seq
         CROSS JOIN origin g ON g.id = a.origin
        UNION ALL
        SELECT c.id, substr(c.code, instr(c.code, '/') + 1), c.code, o.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
               f.body ->> 2, f.body ->> 3, f.body ->> 4, f.body ->> 5, f.body ->> 6, f.body ->> 7,
               coalesce((SELECT x.id FROM code x WHERE x.kind = 'person' AND x.code = f.body ->> 8), f.body ->> 8),
               f.body ->> 9, f.body ->> 10, f.body ->> 11, f.body -> 12, f.ord
          FROM frozen f
         CROSS JOIN code c ON c.kind = 'person' AND c.code = f.body ->> 0
          LEFT JOIN code o ON o.kind = 'org' AND o.code = f.body ->> 1
         WHERE f.year = :year AND f.kind = 'iop' AND (:person IS NULL OR c.id IN (SELECT value FROM json_each(:person)))) q
 WHERE true /* filters */
 ORDER BY q.bare, q.code, q.ord, q.sub, q.item

-- An individual programme with all its blocks, row by row: of one, of several, or of everybody.
-- :person*  person  whose; p07@2027 names the year; without it everybody's
-- :year     year    the school year, by the year it ends in
-- :on       day     as it was on this day = today
-- filter: person_id org_id
-- empty: nobody has a programme
-- scans: enrol plan plan_unit every programme is printed
--
-- Blocks: "participant"; "diagnosis" (requests, deficits); "goal"; "roadmap"; "people"; "gives" (units and quanta that are his);
-- "reflection"; "approval". Texts that people wrote are private: who may not read them sees a sign in their place.
WITH whose AS MATERIALIZED (
  SELECT q.*
    FROM (SELECT p.id AS person_id, p.bare, p.code, p.org AS org_id, p.org_code, p.post, p.subject, i.edition, i.origin, i.seq,
                 1 + (SELECT count(*) FROM iop_word v WHERE v.person = p.id AND v.year = :year AND v.verb = 'revise' AND v.day <= :on) AS number
            FROM person p
           CROSS JOIN iop i ON i.person = p.id AND i.year = :year AND i.since <= :on AND :on < i.until
           WHERE p.since <= :on AND :on < p.until AND (:person IS NULL OR p.id IN (SELECT value FROM json_each(:person)))) q
)
SELECT q.person_id  AS person,     -- person  Person
       q.block      AS block,      -- word:participant|diagnosis|goal|roadmap|people|gives|reflection|approval Block
       q.item       AS item,       -- word:post|subject|org|year|edition|curator|mentor|goal|tasks|deficits|self_rating|reflection|approved Item
       q.text       AS text,       -- title   What
       q.way        AS way,        -- word    Way
       q.who        AS "with",     -- person  With
       q.due        AS due,        -- day     Due
       q.done       AS done,       -- day     Done
       q.words      AS words,      -- private {Text}
       q.person_id  AS person_id,  -- key
       q.org_id     AS org_id      -- key
  FROM (SELECT w.*, 1 AS ord, 'participant' AS block, j.key AS item, j.value AS text, NULL AS way, NULL AS who, NULL AS due, NULL AS done, NULL AS words, j.id AS sub
          FROM whose w
         CROSS JOIN json_each(json_object('post', w.post, 'subject', w.subject, 'org', w.org_code, 'year', (:year - 1) || '/' || :year, 'edition', w.number)) j ON j.value IS NOT NULL
        UNION ALL
        SELECT w.*, 2, 'diagnosis', '№ ' || n.number, coalesce(r.theme, (SELECT group_concat(j.value, ' ') FROM json_each(r.units) j)),
               NULL, NULL, NULL, r.day, CASE r.own WHEN 1 THEN r.words END, r.seq
          FROM whose w
         CROSS JOIN request r ON r.person = w.person_id AND r.day <= :on
         CROSS JOIN request_number n ON n.seq = r.seq AND n.by_ = r.by_
        UNION ALL
        SELECT w.*, CASE f.block WHEN 'deficits' THEN 2 WHEN 'reflection' THEN 7 WHEN 'self_rating' THEN 7 ELSE 3 END,
               CASE f.block WHEN 'deficits' THEN 'diagnosis' WHEN 'reflection' THEN 'reflection' WHEN 'self_rating' THEN 'reflection' ELSE 'goal' END,
               f.block, NULL, NULL, NULL, NULL, f.day, CASE f.own WHEN 1 THEN f.words END, f.seq
          FROM whose w
         CROSS JOIN form f ON f.person = w.person_id AND f.year = :year AND f.day <= :on
         WHERE NOT EXISTS (SELECT 1 FROM form x WHERE x.person = f.person AND x.year = f.year AND x.block = f.block AND x.day <= :on
                              AND (x.lamport, x.by_, x.seq) > (f.lamport, f.by_, f.seq))
        UNION ALL
        SELECT w.*, 4, 'roadmap', coalesce(u.label, c.code), coalesce(u.title, c.code), i.way,
               (SELECT t.giver FROM taught t WHERE t.learner = w.person_id AND t.unit = i.unit AND t.day <= :on ORDER BY t.done DESC, t.day DESC LIMIT 1),
               i.due,
               (SELECT nullif(min(h.since), 0) FROM holds h WHERE h.person = w.person_id AND h.unit = i.unit AND h.part = 0 AND h.since <= :on AND :on < h.until),
               NULL, i.ord
          FROM whose w
         CROSS JOIN plan_unit i ON i.person = w.person_id AND i.year = :year AND i.origin = w.origin AND i.seq = w.seq
         CROSS JOIN code c ON c.id = i.unit
          LEFT JOIN unit u ON u.edition = w.edition AND u.unit = i.unit
        UNION ALL
        SELECT w.*, 5, 'people', t.key, NULL, NULL, coalesce(c.id, t.value ->> '$'), NULL, NULL, NULL, 0
          FROM whose w
         CROSS JOIN setting_of t ON t.person = w.person_id AND t.key IN ('curator', 'mentor') AND t.since <= :on AND :on < t.until AND t.value <> 'null'
          LEFT JOIN code c ON c.kind = 'person' AND c.code = t.value ->> '$'
        UNION ALL
        SELECT w.*, 6, 'gives', coalesce(u.label, c.code), coalesce(u.title, c.code), NULL, NULL, NULL, nullif(h.since, 0), NULL, coalesce(u.ord, 0)
          FROM whose w
         CROSS JOIN holds h ON h.person = w.person_id AND h.part = 0 AND h.step = 5 AND h.since <= :on AND :on < h.until
         CROSS JOIN code c ON c.id = h.unit
          LEFT JOIN unit u ON u.edition = w.edition AND u.unit = h.unit
        UNION ALL
        SELECT w.*, 6, 'gives', c.code, d.title, NULL, NULL, NULL, NULL, NULL, 9999 + d.ord
          FROM whose w
         CROSS JOIN quantum d ON d.edition = :rest AND d.author = w.code
         CROSS JOIN code c ON c.id = d.quantum
        UNION ALL
        SELECT w.*, 8, 'approval', 'approved',
               trim(coalesce(e.data ->> '$.body', '') || coalesce(' № ' || (e.data ->> '$.protocol'), '') || coalesce(' · ' || (e.data ->> '$.order'), '')),
               NULL, NULL, NULL, a.day, NULL, a.seq
          FROM whose w
         CROSS JOIN iop_word a ON a.person = w.person_id AND a.year = :year AND a.verb = 'approve' AND a.day <= :on
         CROSS JOIN entry e ON e.origin = a.origin AND e.seq = a.seq) q
 WHERE true /* filters */
 ORDER BY q.bare, q.code, q.ord, q.sub, q.item

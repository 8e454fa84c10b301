-- Requests to the methodical service: open ones first, the longest waiting before the others.
-- :on  day  as it was on this day = today
-- filter: asker person_id request_state request_unit day late need named
-- scans: request every request is listed
--
-- "days": from the request to its first answer; "late": open for longer than the programme's answer_days;
-- "need": it points to something, and nobody bears or can teach it, nor was anything else offered.
SELECT q.number       AS request,      -- id       Number
       coalesce(q.shown, q.grp)
                      AS person,       -- id       Who asks
       q.day          AS "on",         -- day      On
       q.theme        AS theme,        -- text     Theme
       q.units        AS units,        -- list     Its units
       q.competences  AS competences,  -- list     Competences
       coalesce((SELECT s.shown FROM shown s WHERE s.id = q.taker), q.first ->> 1)
                      AS taken_by,     -- id       Taken by
       q.offered      AS offered,      -- list     Offered
       q.first ->> 0  AS answered,     -- day      Answered
       (q.first ->> 0) - q.day
                      AS days,         -- int      Days
       q.state        AS state,        -- word:open|answered|closed State
       q.need         AS need,         -- flag     Need
       q.late         AS late,         -- flag     (Late)
       q.words        AS text,         -- private  {Text}
       q.first ->> 2  AS reply,        -- private  (Reply)
       q.person_id    AS person_id,    -- key
       q.asker        AS asker,        -- key
       q.search       AS search        -- key
  FROM (SELECT w.*,
               w.state = 'open' AND :on - w.day > coalesce((SELECT p.answer_days FROM programme p WHERE p.edition = :programme), 5) AS late,
               (w.theme IS NOT NULL OR w.units IS NOT NULL OR w.competences IS NOT NULL)
               AND NOT EXISTS (SELECT 1 FROM json_each(w.ids) j
                                CROSS JOIN code c ON c.kind = 'unit' AND c.code = j.value
                                CROSS JOIN can_teach t ON t.unit = c.id AND t.part = 0 AND t.since <= :on AND :on < t.until
                                WHERE t.person IS NOT w.person_id)
               AND NOT EXISTS (SELECT 1 FROM json_each(w.abilities) j
                                CROSS JOIN code c ON c.kind = 'competence' AND c.code = j.value
                                CROSS JOIN competence_unit k ON k.edition = :programme AND k.competence = c.id
                                CROSS JOIN can_teach t ON t.unit = k.unit AND t.part = 0 AND t.since <= :on AND :on < t.until
                                WHERE t.person IS NOT w.person_id)
               AND NOT EXISTS (SELECT 1 FROM request_word a
                                CROSS JOIN json_each(a.offered) j
                                 LEFT JOIN code c ON c.kind = 'unit' AND c.code = j.value
                                WHERE a.about_seq = w.seq AND a.about = w.by_ AND a.verb = 'answer' AND a.day <= :on
                                  AND (c.id IS NULL
                                       OR EXISTS (SELECT 1 FROM can_teach t
                                                   WHERE t.unit = c.id AND t.part = 0 AND t.since <= :on AND :on < t.until
                                                     AND t.person IS NOT w.person_id))) AS need
          FROM (SELECT r.seq, r.by_, r.day, r.person AS person_id, r.grp AS asker, r.taker, r.theme, n.number, s.shown, g.code AS grp,
                       r.units AS ids, r.competences AS abilities, CASE r.own WHEN 1 THEN r.words END AS words,
                       coalesce(r.theme, '') || ' ' || coalesce(g.code, '') AS search,
                       (SELECT group_concat(j.value, ' ') FROM json_each(r.units) j) AS units,
                       (SELECT group_concat(j.value, ' ') FROM json_each(r.competences) j) AS competences,
                       (SELECT json_array(a.day, a.actor, CASE a.own WHEN 1 THEN a.words END) FROM request_word a
                         WHERE a.about_seq = r.seq AND a.about = r.by_ AND a.verb = 'answer' AND a.day <= :on
                         ORDER BY a.day, a.lamport, a.by_, a.seq LIMIT 1) AS first,
                       (SELECT group_concat(coalesce(x.shown, o.code), ' ')
                          FROM (SELECT i.code
                                  FROM (SELECT j.value AS code,
                                               row_number() OVER (ORDER BY a.day, a.lamport, a.by_, a.seq, j.key) AS ord
                                          FROM request_word a
                                         CROSS JOIN json_each(a.offered) j
                                         WHERE a.about_seq = r.seq AND a.about = r.by_ AND a.verb = 'answer' AND a.day <= :on) i
                                 GROUP BY i.code ORDER BY min(i.ord)) o
                          LEFT JOIN code p ON p.kind = 'person' AND p.code = o.code
                          LEFT JOIN shown x ON x.id = p.id) AS offered,
                       CASE WHEN EXISTS (SELECT 1 FROM request_word a
                                          WHERE a.about_seq = r.seq AND a.about = r.by_ AND a.verb = 'settle' AND a.day <= :on)
                            THEN 'closed'
                            WHEN EXISTS (SELECT 1 FROM request_word a
                                          WHERE a.about_seq = r.seq AND a.about = r.by_ AND a.verb = 'answer' AND a.day <= :on)
                            THEN 'answered' ELSE 'open' END AS state
                  FROM request r
                 CROSS JOIN request_number n ON n.seq = r.seq AND n.by_ = r.by_
                  LEFT JOIN shown s ON s.id = r.person
                  LEFT JOIN code g ON g.id = r.grp
                 WHERE r.day <= :on) w) q
 WHERE true /* filters */
 ORDER BY q.state <> 'open', q.day, q.seq, q.by_

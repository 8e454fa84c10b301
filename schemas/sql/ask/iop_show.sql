-- A person's individual programme: its units, when they are due, what is done.
-- :person!  person  whose; p07@2027 names the year
-- :year     year    the school year, by the year it ends in
-- :on       day     as it was on this day = today
-- filter: unit_id state late day search
-- below: iop_texts
--
-- What the person wrote stands below, for people and where private texts may stand. from: and to: look at "due". "on", "with" and "checked_by" are of the newest mark that made the state.
SELECT q.person_id       AS person,      -- person  [Person]
       q.unit            AS unit,        -- id      Unit
       q.label           AS label,       -- text    Label
       q.title           AS title,       -- title   (Title)
       q.module          AS module,      -- id      (Module)
       q.way             AS way,         -- word:pair|group|launch|co-study|self-study|visit|trial|course Way
       q.due             AS due,         -- day     Due
       q.minutes / 60.0  AS hours,       -- real    Hours
       q.why             AS why,         -- word:invariant|chosen Why
       q.state           AS state,       -- state   State
       q.state           AS mark,        -- glyph   [Mark]
       nullif(q.made ->> 2, 0)
                         AS "on",        -- day     On
       e.peer            AS "with",      -- person  With
       CASE WHEN e.checker IS NOT NULL
            THEN e.checker || coalesce(' ' || (SELECT c.id FROM code c
                                                WHERE c.kind = 'person' AND c.code = e.data ->> '$.second'), '')
            END          AS checked_by,  -- people  Checked by
       q.parts           AS parts,       -- list    Parts held
       q.late            AS late,        -- flag    (Late)
       q.unit_id         AS unit_id,     -- key
       q.search          AS search       -- key
  FROM (SELECT w.*, w.held IS NULL AND w.due < :on AS late, w.due AS day,
               CASE WHEN w.held = 5 THEN 'bearer'
                    WHEN w.held IS NOT NULL AND w.passed THEN 'passed'
                    WHEN w.held = 4 THEN 'mastered'
                    WHEN w.held = 3 THEN 'credited'
                    WHEN w.begun THEN 'started'
                    WHEN EXISTS (SELECT 1 FROM planned t WHERE t.person = w.person_id AND t.unit = w.unit_id
                                    AND t.since <= :on AND :on < t.until) THEN 'planned'
                    ELSE 'open' END AS state,
               (SELECT json_array(m.origin, m.seq, m.day) FROM mark m
                 WHERE m.person = w.person_id AND m.unit = w.unit_id AND m.day <= :on AND +m.step > 0
                   AND (m.part = 0 OR w.held IS NULL) AND m.step = coalesce(w.held, m.step)
                 ORDER BY m.day DESC, m.tm DESC, m.lamport DESC, m.by_ DESC, m.seq DESC LIMIT 1) AS made
          FROM (SELECT i.person AS person_id, i.unit AS unit_id, c.code AS unit, i.ord, i.due, i.minutes, i.way,
                       coalesce(u.label, c.code) AS label, coalesce(u.title, '') AS title, b.code AS module,
                       coalesce(u.title, '') || ' ' || coalesce(u.label, c.code) AS search,
                       CASE i.why WHEN 'needed' THEN 'needed by ' || n.code ELSE i.why END AS why,
                       (SELECT max(h.step) FROM holds h
                         WHERE h.person = i.person AND h.unit = i.unit AND h.part = 0
                           AND h.since <= :on AND :on < h.until) AS held,
                       EXISTS (SELECT 1 FROM mark m
                                WHERE m.person = i.person AND m.unit = i.unit AND +m.step BETWEEN 2 AND 4 AND m.day <= :on) AS begun,
                       EXISTS (SELECT 1 FROM passed h
                                WHERE h.person = i.person AND h.unit = i.unit AND h.since <= :on) AS passed,
                       (SELECT group_concat(substr(x.code, instr(x.code, '.') + 1), ' ')
                          FROM (SELECT DISTINCT h.part FROM holds h
                                 WHERE h.person = i.person AND h.unit = i.unit AND h.part > 0
                                   AND h.since <= :on AND :on < h.until) h
                         CROSS JOIN code x ON x.id = h.part) AS parts
                  FROM iop_unit i
                 CROSS JOIN code c ON c.id = i.unit
                  LEFT JOIN unit u ON u.edition = i.edition AND u.unit = i.unit
                  LEFT JOIN code b ON b.id = u.module
                  LEFT JOIN code n ON n.id = i.needed
                 WHERE i.person = :person AND i.year = :year AND i.since <= :on AND :on < i.until) w) q
  LEFT JOIN entry e ON e.origin = q.made ->> 0 AND e.seq = q.made ->> 1
 WHERE true /* filters */
 ORDER BY q.ord

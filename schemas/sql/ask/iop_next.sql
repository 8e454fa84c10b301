-- What a person has left: ready units first, from whom to take them.
-- :person!  person  whose
-- :year     year    the school year, by the year it ends in
-- :on       day     as it was on this day = today
-- filter: unit_id day late search
SELECT q.unit      AS unit,         -- id      Unit
       q.label     AS label,        -- text    Label
       q.title     AS title,        -- title   Title
       q.waiting_for IS NULL
                   AS ready,        -- flag    Ready
       q.waiting_for
                   AS waiting_for,  -- list    Waiting for
       (SELECT group_concat(x.person, ' ')
          FROM (SELECT DISTINCT t.person, c.code
                  FROM can_teach t
                 CROSS JOIN code c ON c.id = t.person
                 WHERE t.unit = q.unit_id AND t.part = 0 AND t.person <> :person AND t.since <= :on AND :on < t.until
                 ORDER BY c.code) x)
                   AS teachers,     -- people  Who can teach it
       q.due       AS due,          -- day     (Due)
       q.unit_id   AS unit_id,      -- key
       q.search    AS search        -- key
  FROM (SELECT i.unit AS unit_id, c.code AS unit, coalesce(u.label, c.code) AS label, coalesce(u.title, '') AS title, i.due, i.due AS day, i.due < :on AS late, i.ord,
               coalesce(u.title, '') || ' ' || coalesce(u.label, c.code) AS search,
               (SELECT group_concat(x.code, ' ')
                  FROM (SELECT k.code
                          FROM need n
                         CROSS JOIN code k ON k.id = n.need
                          LEFT JOIN unit o ON o.edition = n.edition AND o.unit = n.need
                         WHERE n.edition = i.edition AND n.unit = i.unit
                           AND NOT EXISTS (SELECT 1 FROM holds h
                                            WHERE h.person = i.person AND h.unit = n.need AND h.part = 0
                                              AND h.since <= :on AND :on < h.until)
                         ORDER BY o.ord) x) AS waiting_for
          FROM iop_unit i
         CROSS JOIN code c ON c.id = i.unit
          LEFT JOIN unit u ON u.edition = i.edition AND u.unit = i.unit
         WHERE i.person = :person AND i.year = :year AND i.since <= :on AND :on < i.until
           AND NOT EXISTS (SELECT 1 FROM holds h
                            WHERE h.person = i.person AND h.unit = i.unit AND h.part = 0
                              AND h.since <= :on AND :on < h.until)) q
 WHERE true /* filters */
 ORDER BY q.waiting_for IS NOT NULL, q.ord

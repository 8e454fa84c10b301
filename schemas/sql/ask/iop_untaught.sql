-- Units that nobody can teach and somebody's programme holds: they begin by co-study, a course or a guest.
-- :on    day   as it was on this day = today
-- :year  year  the school year, by the year it ends in
-- filter: unit_id search
-- empty: whatever is planned can be taught by somebody
--
-- On the board these have 0! below them. "planned": in how many programmes that are not closed; "waiting": how many of
-- them hold all that the unit rests on.
SELECT q.unit     AS unit,     -- id     Unit
       q.label    AS label,    -- text   Label
       q.title    AS title,    -- title  Title
       q.planned  AS planned,  -- int    Planned by
       (SELECT count(DISTINCT w.person) FROM wants w
         WHERE w.unit = q.unit_id AND w.year = :year AND w.since <= :on AND :on < w.until
           AND EXISTS (SELECT 1 FROM person p WHERE p.id = w.person AND p.since <= :on AND :on < p.until))
                  AS waiting,  -- int    Waiting
       q.unit_id  AS unit_id,  -- key
       q.search   AS search    -- key
  FROM (SELECT d.unit AS unit_id, c.code AS unit, coalesce(u.label, c.code) AS label, coalesce(u.title, '') AS title, u.ord,
               coalesce(u.title, '') || ' ' || coalesce(u.label, c.code) AS search,
               (SELECT count(*)
                  FROM plan_unit w
                 CROSS JOIN iop i ON i.person = w.person AND i.year = w.year AND i.origin = w.origin AND i.seq = w.seq
                 WHERE w.unit = d.unit AND w.year = :year AND i.since <= :on AND :on < i.until
                   AND EXISTS (SELECT 1 FROM person p WHERE p.id = w.person AND p.since <= :on AND :on < p.until)
                   AND coalesce((SELECT s.state FROM iop_state s
                                  WHERE s.person = w.person AND s.year = :year AND s.since <= :on AND :on < s.until), 'draft') <> 'closed')
                 AS planned
          FROM (SELECT u.unit, max(u.edition) AS edition FROM unit u GROUP BY u.unit) d
         CROSS JOIN code c ON c.id = d.unit
          LEFT JOIN unit u ON u.edition = coalesce((SELECT x.edition FROM unit x WHERE x.edition = :programme AND x.unit = d.unit), d.edition)
                          AND u.unit = d.unit
         WHERE NOT EXISTS (SELECT 1 FROM can_teach a WHERE a.unit = d.unit AND a.part = 0 AND a.since <= :on AND :on < a.until)) q
 WHERE q.planned > 0
   AND true /* filters */
 ORDER BY q.ord, q.unit

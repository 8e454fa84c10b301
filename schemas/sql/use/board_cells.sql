-- The units of people (:people, JSON) on a day: person, unit, state, in the programme, late, year of an earlier mark (else 0),
-- held.
SELECT w.person, w.unit,
       CASE WHEN w.held = 5 THEN 'bearer'
            WHEN w.held IS NOT NULL
             AND EXISTS (SELECT 1 FROM passed h WHERE h.person = w.person AND h.unit = w.unit AND h.since <= :on) THEN 'passed'
            WHEN w.held = 4 THEN 'mastered'
            WHEN w.held = 3 THEN 'credited'
            WHEN w.begun THEN 'started'
            WHEN w.planned AND EXISTS (SELECT 1 FROM planned t
                                        WHERE t.person = w.person AND t.unit = w.unit AND t.since <= :on AND :on < t.until) THEN 'planned'
            WHEN w.planned THEN 'open'
            ELSE '' END AS state,
       w.planned, w.planned AND w.held IS NULL AND w.due < :on AS late,
       CASE WHEN w.planned OR w.held = 5 THEN 0
            ELSE coalesce((SELECT coalesce((SELECT c.year FROM calendar c
                                             WHERE c.edition = :rest AND c.org = :org AND f.first BETWEEN c.opens AND c.until), y.year - 1)
                             FROM (SELECT coalesce((SELECT min(h.since) FROM holds h
                                                     WHERE h.person = w.person AND h.unit = w.unit AND h.part = 0
                                                       AND h.since <= :on AND :on < h.until), w.day) AS first) f
                            CROSS JOIN calendar y
                            WHERE y.edition = :rest AND y.org = :org AND y.year = :year AND f.first < y.since), 0) END AS earlier,
       w.held IS NOT NULL
  FROM (SELECT x.person, x.unit, max(x.planned) AS planned, max(x.due) AS due, max(x.begun) AS begun, min(x.day) AS day,
               (SELECT max(h.step) FROM holds h
                 WHERE h.person = x.person AND h.unit = x.unit AND h.part = 0 AND h.since <= :on AND :on < h.until) AS held
          FROM (SELECT u.person, u.unit, 1 AS planned, u.due, 0 AS begun, NULL AS day
                  FROM json_each(:people) p
                 CROSS JOIN iop i ON i.person = p.value AND i.year = :year AND i.since <= :on AND :on < i.until
                 CROSS JOIN plan_unit u ON u.person = i.person AND u.year = i.year AND u.origin = i.origin AND u.seq = i.seq
                UNION ALL
                SELECT m.person, m.unit, 0, NULL, m.step BETWEEN 2 AND 4, m.day
                  FROM json_each(:people) p
                 CROSS JOIN mark m ON m.person = p.value AND m.day <= :on AND m.step > 0) x
         GROUP BY x.person, x.unit) w

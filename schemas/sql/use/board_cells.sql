-- The units of a person on a day: unit, state, in the programme, late, year of an earlier mark (else 0), held.
SELECT w.unit,
       CASE WHEN w.held = 5 THEN 'bearer'
            WHEN w.held IS NOT NULL AND w.passed THEN 'passed'
            WHEN w.held = 4 THEN 'mastered'
            WHEN w.held = 3 THEN 'credited'
            WHEN w.begun THEN 'started'
            WHEN w.planned AND EXISTS (SELECT 1 FROM planned t
                                        WHERE t.person = :person AND t.unit = w.unit AND t.since <= :on AND :on < t.until) THEN 'planned'
            WHEN w.planned THEN 'open'
            ELSE '' END AS state,
       w.planned, w.planned AND w.held IS NULL AND w.due < :on AS late,
       CASE WHEN NOT w.planned AND coalesce(w.held, 0) < 5 AND w.first < y.since
            THEN coalesce((SELECT c.year FROM calendar c WHERE c.edition = :rest AND c.org = :org AND w.first BETWEEN c.opens AND c.until), y.year - 1)
            ELSE 0 END AS earlier,
       w.held IS NOT NULL
  FROM (SELECT x.unit, max(x.planned) AS planned, max(x.due) AS due, max(x.begun) AS begun,
               (SELECT max(h.step) FROM holds h
                 WHERE h.person = :person AND h.unit = x.unit AND h.part = 0 AND h.since <= :on AND :on < h.until) AS held,
               coalesce((SELECT min(h.since) FROM holds h
                          WHERE h.person = :person AND h.unit = x.unit AND h.part = 0 AND h.since <= :on AND :on < h.until),
                        min(x.day)) AS first,
               EXISTS (SELECT 1 FROM passed h
                        WHERE h.person = :person AND h.unit = x.unit AND h.since <= :on) AS passed
          FROM (SELECT i.unit, 1 AS planned, i.due, 0 AS begun, NULL AS day
                  FROM iop_unit i
                 WHERE i.person = :person AND i.year = :year AND i.since <= :on AND :on < i.until
                UNION ALL
                SELECT m.unit, 0, NULL, m.step BETWEEN 2 AND 4, m.day
                  FROM mark m
                 WHERE m.person = :person AND m.day <= :on AND m.step > 0) x
         GROUP BY x.unit) w
  LEFT JOIN calendar y ON y.edition = :rest AND y.org = :org AND y.year = :year

-- The parts of a unit (:of) of people (:people, JSON) on a day: person, part, state, in the programme, late, year of an earlier mark (0), held.
SELECT w.person, w.part,
       CASE WHEN w.held = 5 THEN 'bearer' WHEN w.held = 3 THEN 'credited' WHEN w.held = 4 THEN 'mastered'
            WHEN w.planned AND w.ahead THEN 'planned' WHEN w.planned THEN 'open' ELSE '' END AS state,
       w.planned, 0 AS late, 0 AS earlier, w.held IS NOT NULL
  FROM (SELECT q.value AS person, p.part,
               (SELECT max(h.step) FROM holds h
                 WHERE h.person = q.value AND h.unit = :of AND h.part IN (0, p.part) AND h.since <= :on AND :on < h.until) AS held,
               EXISTS (SELECT 1 FROM iop_unit i
                        WHERE i.person = q.value AND i.year = :year AND i.unit = :of AND i.since <= :on AND :on < i.until) AS planned,
               EXISTS (SELECT 1 FROM planned t WHERE t.person = q.value AND t.unit = :of AND t.part = p.part
                                                 AND t.since <= :on AND :on < t.until) AS ahead
          FROM json_each(:people) q
         CROSS JOIN part p
         WHERE p.edition = :programme AND p.unit = :of) w

-- How many can teach a unit on a day, how many wait for it.
SELECT (SELECT count(DISTINCT t.person) FROM can_teach t
         WHERE t.unit = :unit AND t.part = 0 AND t.since <= :on AND :on < t.until),
       (SELECT count(DISTINCT w.person) FROM wants w
         WHERE w.unit = :unit AND w.year = :year AND w.since <= :on AND :on < w.until
           AND EXISTS (SELECT 1 FROM person p WHERE p.id = w.person AND p.since <= :on AND :on < p.until))

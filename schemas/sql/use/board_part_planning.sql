-- How many can teach a part (:unit) of a unit (:of) on a day, how many wait for it.
SELECT (SELECT count(DISTINCT t.person) FROM can_teach t
         WHERE t.unit = :of AND t.part IN (0, :unit) AND t.since <= :on AND :on < t.until),
       (SELECT count(DISTINCT w.person) FROM wants w
         WHERE w.unit = :of AND w.year = :year AND w.since <= :on AND :on < w.until
           AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.person = w.person AND h.unit = :of AND h.part = :unit
                                                   AND h.since <= :on AND :on < h.until)
           AND EXISTS (SELECT 1 FROM person p WHERE p.id = w.person AND p.since <= :on AND :on < p.until))

-- How many can teach a unit on a day.
SELECT count(DISTINCT t.person) FROM can_teach t WHERE t.unit = :unit AND t.part = 0 AND t.since <= :on AND :on < t.until

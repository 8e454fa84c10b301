-- How many meetings on a unit ended well for a person before a moment.
SELECT m.unit, count(*)
  FROM mark m
 WHERE m.person = :person AND m.part = 0 AND m.step IN (2, 4) AND m.tm > 0 AND (m.day, m.tm) < (:day, :tm)
 GROUP BY m.unit

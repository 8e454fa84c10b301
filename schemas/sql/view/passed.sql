-- Who taught a unit, or a part of it, to somebody whose check of the unit then succeeded: since the day of that check.
CREATE VIEW passed AS
SELECT t.giver AS person, t.unit, m.day AS since
  FROM taught t
 CROSS JOIN mark m ON m.person = t.learner AND m.unit = t.unit AND m.part = 0 AND +m.step = 4 AND m.day >= t.day;

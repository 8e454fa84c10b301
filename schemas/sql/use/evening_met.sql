-- Whom a person met, and on which day last, before a day.
SELECT m.other, max(m.day)
  FROM met m
 WHERE m.person = :person AND m.other > 0 AND m.day < :on
 GROUP BY m.other

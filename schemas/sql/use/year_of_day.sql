-- The school year of a day: the calendar whose days hold it, else the next one.
SELECT c.year
  FROM calendar c
 WHERE c.edition = :rest AND c.org = :org AND c.until >= :on
 ORDER BY c.year
 LIMIT 1

-- The year that a first calendar opens; no row once any year was spoken of.
SELECT c.year FROM calendar c
 WHERE c.edition = :rest AND c.org = :org AND NOT EXISTS (SELECT 1 FROM year_word)
 ORDER BY c.until < :today, CASE WHEN c.until < :today THEN -c.until ELSE c.until END
 LIMIT 1

-- The school year of an organisation; of one without a calendar our own.
SELECT c.id, c.week, c.since, c.until, c.pupils_until
  FROM calendar c
 WHERE c.edition = :rest AND c.year = :year AND c.org IN (:of, :org)
 ORDER BY c.org <> :of
 LIMIT 1

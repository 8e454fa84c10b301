-- The teachers' days of the current school year.
SELECT c.since, c.until
  FROM calendar c
 WHERE c.edition = :rest AND c.org = :org
   AND c.year = coalesce((SELECT max(y.year) FROM year_state y WHERE y.newest = 1 AND y.state = 'open'),
                         (SELECT min(d.year) FROM calendar d WHERE d.edition = :rest AND d.org = :org AND d.until >= :today))

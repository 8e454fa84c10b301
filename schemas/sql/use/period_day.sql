-- The last day, or (:first) the first, of a period or break of the current school year.
SELECT CASE WHEN :first THEN p.since ELSE p.until END
  FROM calendar c
 CROSS JOIN period p ON p.edition = c.edition AND p.calendar = c.id AND p.id = :period
 WHERE c.edition = :rest AND c.org = :org
   AND c.year = coalesce((SELECT max(y.year) FROM year_state y WHERE y.newest = 1 AND y.state = 'open'),
                         (SELECT min(d.year) FROM calendar d WHERE d.edition = :rest AND d.org = :org AND d.until >= :today))

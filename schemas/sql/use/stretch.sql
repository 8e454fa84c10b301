-- A stretch of a school year by its word (year, h1, h2, an id of the calendar): its days, and those of the one before it:
-- of a year the year before, of a half-year the half before, of a period the period before; of a break nothing.
WITH stretch (kind, id, year, since, until) AS (
  SELECT j.value ->> 0, j.value ->> 1, c.year,
         CASE j.value ->> 1 WHEN 'h2' THEN CAST(julianday(c.year || '-01-01') - 2440587.5 AS INTEGER) ELSE c.since END,
         CASE j.value ->> 1 WHEN 'h1' THEN CAST(julianday((c.year - 1) || '-12-31') - 2440587.5 AS INTEGER) ELSE c.until END
    FROM calendar c
   CROSS JOIN json_each('[["year", "year"], ["half", "h1"], ["half", "h2"]]') j
   WHERE c.edition = :rest AND c.org = :org
  UNION ALL
  SELECT CASE WHEN p.rests THEN 'break' ELSE 'period' END, p.id, c.year, p.since, p.until
    FROM calendar c
   CROSS JOIN period p ON p.edition = c.edition AND p.calendar = c.id
   WHERE c.edition = :rest AND c.org = :org
)
SELECT s.kind, s.since, s.until, b.year, b.since, b.until
  FROM stretch s
  LEFT JOIN stretch b ON b.kind = s.kind AND s.kind <> 'break' AND b.until < s.since
 WHERE s.id = :period AND s.year = :year
 ORDER BY b.until DESC
 LIMIT 1

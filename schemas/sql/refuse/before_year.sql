-- A mark is not dated before the teachers' year, nor on a day that no calendar holds.
SELECT f.origin, f.seq,
       CASE WHEN y.year IS NULL THEN 'no calendar holds {on}'
            ELSE '{on} is before the school year, which begins on {year_from}' END AS reason,
       date(2440587.5 + y.since) AS year_from
  FROM fresh f
  LEFT JOIN calendar y ON y.edition = :rest AND y.org = :org AND f.day BETWEEN y.opens AND y.until
 WHERE f.verb IN ('start', 'master')
   AND (y.year IS NULL OR f.day < y.since);

-- A school year that was opened, closed or planned has a calendar.
SELECT f.origin, f.seq,
       CASE f.verb WHEN 'plan' THEN 'the plan of {person} for {year} has no calendar any more'
                   ELSE 'the school year {year} has no calendar any more' END AS reason
  FROM fresh f
 WHERE f.verb IN ('plan', 'year')
   AND NOT EXISTS (SELECT 1 FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = f.data ->> '$.year');

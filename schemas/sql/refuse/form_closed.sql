-- Nothing is written into a programme that is closed, by itself or with its year, nor for a year that has no calendar.
-- only when said
SELECT f.origin, f.seq,
       CASE WHEN NOT EXISTS (SELECT 1 FROM calendar c WHERE c.edition = :rest AND c.year = f.data ->> '$.year')
              THEN 'there is no calendar for {year}: load one'
            ELSE 'the programme of {person} for {year} is closed' END AS reason,
       ((f.data ->> '$.year') - 1) || '/' || (f.data ->> '$.year') AS year
  FROM fresh f
 WHERE f.verb = 'form'
   AND (NOT EXISTS (SELECT 1 FROM calendar c WHERE c.edition = :rest AND c.year = f.data ->> '$.year')
        OR 'closed' = (SELECT w.state FROM iop_word w WHERE w.person = f.person AND w.year = f.data ->> '$.year'
                        ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1)
        OR 'closed' = (SELECT w.state FROM year_word w WHERE w.year = f.data ->> '$.year'
                        ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1));

-- A closed school year is opened by undoing its closing only; a year is not opened or closed twice.
SELECT f.origin, f.seq, 'the school year {year} is {state} already' AS reason,
       ((f.data ->> '$.year') - 1) || '/' || (f.data ->> '$.year') AS year, f.data ->> '$.state' AS state
  FROM fresh f
 WHERE f.verb = 'year'
   AND f.data ->> '$.state' = (SELECT w.state FROM year_word w
                                WHERE w.year = f.data ->> '$.year' AND (w.lamport, w.by_, w.seq) < (f.lamport, f.origin_code, f.seq)
                                ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1);

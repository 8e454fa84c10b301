-- A closed programme takes no marks (a credit it does).
-- only when said
SELECT f.origin, f.seq, 'the programme of {person} for {year} is closed' AS reason, (y.year - 1) || '/' || y.year AS year
  FROM fresh f
 CROSS JOIN calendar y ON y.edition = :rest AND y.org = :org AND f.day BETWEEN y.opens AND y.until
 WHERE f.verb IN ('start', 'master')
   AND 'closed' = (SELECT w.state FROM iop_word w WHERE w.person = f.person AND w.year = y.year
                    ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1);

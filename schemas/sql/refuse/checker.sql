-- A checker who takes part in the programme takes part on that day.
SELECT f.origin, f.seq, '{checked_by} takes no part on {on}' AS reason
  FROM fresh f
 WHERE f.verb IN ('master', 'review') AND f.checker IS NOT NULL
   AND EXISTS (SELECT 1 FROM gone g WHERE g.person = f.checker AND g.day <= f.day
                  AND NOT EXISTS (SELECT 1 FROM enrol e WHERE e.person = g.person AND (e.lamport, e.by_, e.seq) > (g.lamport, g.by_, g.seq)));

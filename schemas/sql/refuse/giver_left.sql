-- Who has left teaches or shows nothing more, and nobody does before he takes part.
SELECT f.origin, f.seq, '{with} takes no part on {on}' AS reason
  FROM fresh f
 WHERE f.verb IN ('start', 'master', 'pass') AND f.peer IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM enrol e
                    WHERE e.person = f.peer AND e.day <= f.day
                      AND NOT EXISTS (SELECT 1 FROM gone g
                                       WHERE g.person = e.person AND g.day <= f.day
                                         AND (g.lamport, g.by_, g.seq) > (e.lamport, e.by_, e.seq)));

-- Who is not enrolled on a day has no facts of that day.
SELECT f.origin, f.seq,
       CASE WHEN EXISTS (SELECT 1 FROM gone g WHERE g.person = f.person AND g.day <= f.day AND (g.origin, g.seq) IS NOT (f.origin, f.seq))
            THEN '{person} had left by {on}' ELSE '{person} is not enrolled on {on}' END AS reason
  FROM fresh f
 WHERE f.verb IN ('start', 'master', 'plan', 'propose', 'approve', 'bear', 'leave', 'transfer', 'pause', 'request', 'try', 'pass', 'adopt')
   AND f.person IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM enrol e
                    WHERE e.person = f.person AND (e.origin, e.seq) IS NOT (f.origin, f.seq)
                      AND (f.day IS NULL
                           OR e.day <= f.day
                              AND NOT EXISTS (SELECT 1 FROM gone g
                                               WHERE g.person = e.person AND g.day <= f.day
                                                 -- words that were said before stand; deeds do not
                                                 AND (f.verb IN ('start', 'master', 'try', 'pass', 'adopt')
                                                      OR (g.lamport, g.by_, g.seq) < (f.lamport, f.origin_code, f.seq))
                                                 AND (g.lamport, g.by_, g.seq) > (e.lamport, e.by_, e.seq)
                                                 AND (g.origin, g.seq) IS NOT (f.origin, f.seq))));

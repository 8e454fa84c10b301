-- Who has left gets no programme back: nothing could follow.
SELECT f.origin, f.seq, '{person} has left: his programme is not returned, revised or reopened' AS reason
  FROM fresh f
 WHERE f.verb IN ('return', 'revise', 'reopen')
   AND EXISTS (SELECT 1 FROM gone g
                WHERE g.person = f.person AND (g.lamport, g.by_, g.seq) < (f.lamport, f.origin_code, f.seq)
                  AND NOT EXISTS (SELECT 1 FROM enrol e
                                   WHERE e.person = g.person AND (e.lamport, e.by_, e.seq) > (g.lamport, g.by_, g.seq)));

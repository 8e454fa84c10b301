-- Nobody is transferred to where he is.
-- only when said
SELECT f.origin, f.seq, '{person} is in {org} already' AS reason
  FROM fresh f
 WHERE f.verb = 'transfer'
   AND f.data ->> '$.org' = (SELECT o.code FROM enrol e CROSS JOIN code o ON o.id = e.org
                              WHERE e.person = f.person AND e.day <= f.day AND (e.origin, e.seq) IS NOT (f.origin, f.seq)
                              ORDER BY e.day DESC, e.lamport DESC, e.by_ DESC, e.seq DESC LIMIT 1);

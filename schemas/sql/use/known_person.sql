-- Somebody who is or was enrolled: code, where and as what by the newest word, from when he has left.
SELECT p.code, e.bare, o.code, e.post, e.subject,
       coalesce((SELECT min(g.day) FROM gone g WHERE g.person = e.person
                    AND (g.lamport, g.by_, g.seq) > (e.lamport, e.by_, e.seq)), 99999)
  FROM enrol e
 CROSS JOIN code p ON p.id = e.person
 CROSS JOIN code o ON o.id = e.org
 WHERE e.person = :person
 ORDER BY e.day DESC, e.lamport DESC, e.by_ DESC, e.seq DESC
 LIMIT 1

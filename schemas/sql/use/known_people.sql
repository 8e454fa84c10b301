-- Everybody who is or was enrolled: where and as what by the newest word, from when he has left, the hash of
-- his name, what the school's list said of him.
-- scans: enrol a list is compared with everybody
SELECT e.person, p.code, e.bare, o.code, e.post, e.subject,
       coalesce((SELECT min(g.day) FROM gone g WHERE g.person = e.person
                    AND (g.lamport, g.by_, g.seq) > (e.lamport, e.by_, e.seq)), 99999),
       (SELECT n.name FROM named n WHERE n.person = e.person LIMIT 1),
       (SELECT r.says FROM roster r WHERE r.person = e.person ORDER BY r.lamport DESC, r.by_ DESC, r.seq DESC LIMIT 1)
  FROM enrol e
 CROSS JOIN code p ON p.id = e.person
 CROSS JOIN code o ON o.id = e.org
 WHERE NOT EXISTS (SELECT 1 FROM enrol x WHERE x.person = e.person AND (x.day, x.lamport, x.by_, x.seq) > (e.day, e.lamport, e.by_, e.seq))

-- Who took a quantum from whom: shown to him, and then tried by him for the first time; since that day. The giver is its
-- author, or tried it before him; so nobody has it from himself, by whatever way round.
CREATE VIEW passed_on AS
SELECT q.edition, q.quantum, p.giver, p.person, f.day AS since
  FROM quantum q
  LEFT JOIN code a ON a.kind = 'person' AND a.code = q.author
 CROSS JOIN passing p ON p.quantum = q.quantum AND p.person IS NOT a.id
 CROSS JOIN trial f ON f.quantum = p.quantum AND f.person = p.person AND f.day >= p.day
 WHERE NOT EXISTS (SELECT 1 FROM trial x
                    WHERE x.quantum = f.quantum AND x.person = f.person AND (x.day, x.lamport, x.by_, x.seq) < (f.day, f.lamport, f.by_, f.seq))
   AND (p.giver IS a.id
        OR EXISTS (SELECT 1 FROM trial g
                    WHERE g.quantum = p.quantum AND g.person = p.giver AND (g.day, g.lamport, g.by_, g.seq) < (f.day, f.lamport, f.by_, f.seq)));

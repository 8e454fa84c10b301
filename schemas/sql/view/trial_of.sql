-- Trials of a quantum by the steps that an edition of the definitions gives it, each on its day; other: not by its author.
CREATE VIEW trial_of AS
SELECT q.edition, q.quantum, t.person, t.day, t.result, t.person IS NOT a.id AS other, t.origin, t.seq
  FROM quantum q
 CROSS JOIN trial t ON t.quantum = q.quantum
  LEFT JOIN code a ON a.kind = 'person' AND a.code = q.author
 WHERE t.steps = q.steps
    OR t.steps = '' AND q.steps = (SELECT s.steps FROM quantum_steps s
                                    WHERE s.quantum = t.quantum AND (s.lamport, s.by_, s.seq) > (t.lamport, t.by_, t.seq)
                                    ORDER BY s.lamport, s.by_, s.seq LIMIT 1);

-- Only a sample is retired.
SELECT f.origin, f.seq, '{quantum} is no sample on {on}: only a sample is retired (nsi quantum show {quantum} says what it lacks)' AS reason
  FROM fresh f
 CROSS JOIN quantum q ON q.edition = :rest AND q.quantum = f.quantum AND q.steps = coalesce(f.data ->> '$.steps', '')
 CROSS JOIN quantum_life l ON l.edition = q.edition AND l.quantum = q.quantum
 WHERE f.verb = 'retire' AND l.sample > f.day;

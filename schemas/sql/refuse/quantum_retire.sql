-- Only a sample is retired.
-- only when said
SELECT f.origin, f.seq, '{quantum} is no sample on {on}: only a sample is retired (nsi quantum show {quantum} says what it lacks)' AS reason
  FROM fresh f
 CROSS JOIN quantum_life l ON l.edition = :rest AND l.quantum = f.quantum
 WHERE f.verb = 'retire' AND l.sample > f.day;

-- Nobody shows a quantum to himself.
SELECT f.origin, f.seq, 'nobody shows {quantum} to himself: {person}' AS reason
  FROM fresh f
 WHERE f.verb = 'pass' AND f.peer = f.person;

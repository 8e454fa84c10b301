-- Nobody teaches himself.
SELECT f.origin, f.seq, 'nobody teaches himself: {with} cannot teach {unit} to {person}' AS reason
  FROM fresh f
 WHERE f.verb IN ('start', 'master') AND f.peer = f.person;

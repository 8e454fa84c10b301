-- Nobody checks himself.
SELECT f.origin, f.seq, 'nobody checks himself: {checked_by} cannot check the {unit} of {person}' AS reason
  FROM fresh f
 WHERE f.verb = 'master' AND f.checker = f.person;

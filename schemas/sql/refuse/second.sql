-- Two signatures are of two people, neither of them the learner.
SELECT f.origin, f.seq, 'a second signature is of another checker than {checked_by} and {person}' AS reason
  FROM fresh f
 CROSS JOIN code c ON c.kind IN ('person', 'actor') AND c.code = f.data ->> '$.second'
 WHERE f.verb = 'master' AND f.data ->> '$.second' IS NOT NULL AND c.id IN (f.checker, f.person);

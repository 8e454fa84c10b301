-- Who mastered a unit in its last meeting had the meetings before it. How many was decided when it was said.
SELECT f.origin, f.seq, '{person} mastered {unit} in a later meeting, and the ones before it are not there' AS reason
  FROM fresh f
 WHERE f.verb = 'master' AND f.tm IS NOT NULL AND f.data ->> '$.after' IS NOT NULL
   AND (SELECT count(*) FROM mark m
         WHERE m.person = f.person AND m.unit = f.unit AND m.part = 0 AND m.step IN (2, 4) AND m.tm > 0
           AND (m.day, m.tm) < (f.day, f.tm)) < f.data ->> '$.after';

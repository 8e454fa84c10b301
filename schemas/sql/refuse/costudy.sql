-- The first mastery of a unit is checked by somebody who did not study it together with the learner.
SELECT f.origin, f.seq, '{checked_by} studied {unit} together with {person} and does not hold it: another has to check' AS reason
  FROM fresh f
 WHERE f.verb = 'master'
   AND EXISTS (SELECT 1 FROM beside b WHERE b.person = f.person AND b.unit = f.unit)
   AND NOT EXISTS (SELECT 1
                     FROM code k
                    WHERE k.id IN (f.checker, (SELECT c.id FROM code c WHERE c.kind IN ('person', 'actor') AND c.code = f.data ->> '$.second'))
                      AND (NOT EXISTS (SELECT 1 FROM beside b WHERE b.person = f.person AND b.unit = f.unit AND b.other = k.id)
                           OR EXISTS (SELECT 1 FROM mark h
                                       WHERE h.person = k.id AND h.unit = f.unit AND h.part IN (0, coalesce(f.part, 0))
                                         AND h.step >= 3 AND h.day <= f.day)));

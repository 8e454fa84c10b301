-- Who holds a unit is neither started on it nor checked on it again; what was begun, or taken in parts, before the day
-- on which it was mastered may be said after it.
SELECT f.origin, f.seq,
       CASE h.step WHEN 5 THEN '{person} bears {unit} already' WHEN 3 THEN '{unit} is credited to {person} already'
                   ELSE '{person} has mastered {unit} already' END AS reason
  FROM fresh f
 CROSS JOIN mark h ON h.person = f.person AND h.unit = f.unit AND h.part IN (0, coalesce(f.part, 0)) AND h.step >= 3
 WHERE f.verb IN ('start', 'master', 'credit')
   AND (h.part = 0 OR f.verb <> 'credit')
   AND (h.day < f.day OR f.verb <> 'start' AND NOT (f.verb = 'master' AND f.part IS NOT NULL AND h.part = 0 AND h.step = 4))
   AND (h.lamport, h.by_, h.seq) < (f.lamport, f.origin_code, f.seq)
   AND (h.step < 5 OR NOT EXISTS (
        SELECT 1 FROM mark x
         WHERE x.person = h.person AND x.unit = h.unit AND x.part = h.part AND x.step = 0
           AND (x.day, x.lamport, x.by_, x.seq) > (h.day, h.lamport, h.by_, h.seq)));

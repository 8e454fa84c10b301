-- Things said in the spans that stand already, word for word: the k-th of the act. The first such is enough: of a
-- sheet that says the same a thousand times not every row is held against every other.
SELECT f.seq - :act AS k
  FROM fresh f
 WHERE f.verb IN ('start', 'master', 'credit')
   AND EXISTS (
         SELECT 1
           FROM mark m
          CROSS JOIN entry e ON e.origin = m.origin AND e.seq = m.seq
          WHERE m.person = f.person AND m.unit = f.unit AND m.part = coalesce(f.part, 0)
            AND m.step = CASE f.verb WHEN 'start' THEN 2 WHEN 'credit' THEN 3 WHEN 'master' THEN 4 END AND m.day = coalesce(f.day, 0)
            AND (m.lamport, m.by_, m.seq) < (f.lamport, f.origin_code, f.seq)
            AND e.peer IS f.peer AND e.checker IS f.checker AND e.session IS f.session AND e.data ->> '$.second' IS f.data ->> '$.second'
            AND (f.verb <> 'start' OR e.data ->> '$.beside' IS f.data ->> '$.beside'))
 ORDER BY k

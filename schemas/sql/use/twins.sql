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
UNION ALL
SELECT f.seq - :act
  FROM fresh f
 WHERE f.verb = 'try'
   AND EXISTS (
         SELECT 1
           FROM trial t
          CROSS JOIN entry e ON e.origin = t.origin AND e.seq = t.seq
          WHERE t.quantum = f.quantum AND t.person = f.person AND t.day = coalesce(f.day, 0)
            AND (t.lamport, t.by_, t.seq) < (f.lamport, f.origin_code, f.seq) AND t.result = f.data ->> '$.result'
            AND e.data ->> '$.class' IS f.data ->> '$.class' AND e.data ->> '$.before' IS f.data ->> '$.before'
            AND e.data ->> '$.after' IS f.data ->> '$.after' AND e.data ->> '$.steps' IS f.data ->> '$.steps')
UNION ALL
SELECT f.seq - :act
  FROM fresh f
 WHERE f.verb = 'pass'
   AND EXISTS (
         SELECT 1
           FROM passing p
          CROSS JOIN entry e ON e.origin = p.origin AND e.seq = p.seq
          WHERE p.quantum = f.quantum AND p.giver = f.peer AND p.person = f.person AND p.day = coalesce(f.day, 0)
            AND (p.lamport, p.by_, p.seq) < (f.lamport, f.origin_code, f.seq) AND e.session IS f.session)
UNION ALL
SELECT f.seq - :act
  FROM fresh f
 WHERE f.verb = 'adopt'
   AND EXISTS (
         SELECT 1
           FROM adoption d
          WHERE d.quantum = f.quantum AND d.person = f.person AND d.class = coalesce(f.data ->> '$.class', '')
            AND d.day = coalesce(f.day, 0) AND (d.lamport, d.by_, d.seq) < (f.lamport, f.origin_code, f.seq))
 ORDER BY k

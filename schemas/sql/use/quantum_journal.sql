-- What was said of a quantum up to a day, in the order of the days: verb, day, who, the entry,
-- and the result, the giver or the class.
SELECT e.verb, w.day, s.shown, w.origin, w.seq,
       CASE e.verb WHEN 'try' THEN e.data ->> '$.result' WHEN 'pass' THEN (SELECT g.shown FROM shown g WHERE g.id = e.peer)
                   WHEN 'adopt' THEN e.data ->> '$.class' END
  FROM (SELECT t.day, t.lamport, t.by_, t.seq, t.origin, t.person FROM trial t WHERE t.quantum = :quantum
        UNION ALL
        SELECT p.day, p.lamport, p.by_, p.seq, p.origin, p.person FROM passing p WHERE p.quantum = :quantum
        UNION ALL
        SELECT a.day, a.lamport, a.by_, a.seq, a.origin, a.person FROM adoption a WHERE a.quantum = :quantum
        UNION ALL
        SELECT q.day, q.lamport, q.by_, q.seq, q.origin, NULL FROM quantum_word q WHERE q.quantum = :quantum) w
 CROSS JOIN entry e ON e.origin = w.origin AND e.seq = w.seq
  LEFT JOIN shown s ON s.id = coalesce(w.person, e.checker)
 WHERE w.day <= :on
 ORDER BY w.day, w.lamport, w.by_, w.seq

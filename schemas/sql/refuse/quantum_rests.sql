-- A retirement rests on what made the quantum a sample, as its steps and author were then: quantum_retire judges what is
-- said now, this what is undone under it.
SELECT f.origin, f.seq, '{quantum} was retired on {on}, and would have been no sample then' AS reason
  FROM fresh f
  LEFT JOIN code a ON a.kind = 'person' AND a.code = f.data ->> '$.author'
 WHERE f.verb = 'retire' AND f.lamport < (SELECT max(o.lamport) FROM origin o)
   AND NOT (EXISTS (SELECT 1 FROM trial t
                     WHERE t.quantum = f.quantum AND t.person = a.id AND t.day <= f.day AND t.steps IN ('', f.data ->> '$.steps'))
            AND EXISTS (SELECT 1 FROM trial t
                         CROSS JOIN trial o ON o.quantum = f.quantum AND o.person <> t.person AND o.person IS NOT a.id AND o.day <= f.day
                           AND o.steps IN ('', f.data ->> '$.steps')
                         WHERE t.quantum = f.quantum AND t.person IS NOT a.id AND t.day <= f.day AND t.steps IN ('', f.data ->> '$.steps')
                           AND t.result = 'worked')
            AND EXISTS (SELECT 1 FROM quantum_word w
                         WHERE w.quantum = f.quantum AND w.verb = 'review' AND w.day <= f.day AND w.steps = f.data ->> '$.steps'));

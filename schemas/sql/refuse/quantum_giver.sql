-- Who shows a quantum to others, or uses it regularly, is its author or has tried it by then.
SELECT f.origin, f.seq,
       CASE f.verb WHEN 'pass' THEN '{with} is not the author of {quantum} and has not tried it by {on}'
            ELSE '{person} has not tried {quantum} by {on}' END AS reason
  FROM fresh f
 WHERE f.verb IN ('pass', 'adopt') AND f.data ->> '$.author' IS NULL
   AND NOT EXISTS (SELECT 1 FROM trial t
                    WHERE t.quantum = f.quantum AND t.person = CASE f.verb WHEN 'pass' THEN f.peer ELSE f.person END AND t.day <= f.day);

-- Only a quantum for lessons is tried or adopted in a class; one that is adopted names it.
-- only when said
SELECT f.origin, f.seq,
       CASE WHEN q.kind = 'lesson' THEN '{quantum}: in which class? say --class'
            ELSE '{quantum} is for no lesson: it has no class' END AS reason
  FROM fresh f
 CROSS JOIN quantum q ON q.edition = :rest AND q.quantum = f.quantum
 WHERE f.verb IN ('try', 'adopt')
   AND CASE WHEN q.kind <> 'lesson' THEN coalesce(f.data ->> '$.class', f.data ->> '$.before', f.data ->> '$.after') IS NOT NULL
            ELSE f.verb = 'adopt' AND f.data ->> '$.class' IS NULL END;

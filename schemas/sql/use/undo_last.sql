-- An actor's newest act that stands, undo and redo aside.
SELECT a.origin, a.seq, o.code
  FROM origin o
 CROSS JOIN act a ON a.origin = o.id
 WHERE o.own = 1 AND a.actor = :actor
   AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.target = o.code AND u.target_seq = a.seq)
   AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.origin = a.origin AND e.seq = a.seq AND e.verb IN ('undo', 'redo'))
 ORDER BY a.origin DESC, a.seq DESC
 LIMIT 1

-- The acts that undo and redo in the spans name, as far as they are read.
SELECT DISTINCT a.origin, a.seq, a.last
  FROM fresh f
 CROSS JOIN origin o ON o.code = f.about
 CROSS JOIN act a ON a.origin = o.id AND a.seq = f.about_seq
 WHERE f.verb IN ('undo', 'redo') AND a.last <= o.read
 ORDER BY a.origin, a.seq

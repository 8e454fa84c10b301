-- The act that an undo or redo is about, and what its first entry says; how many more it has.
SELECT a.origin, a.seq, f.verb, nullif(a.last - a.seq, 0) AS more
  FROM entry e
 CROSS JOIN origin o ON o.code = e.about
 CROSS JOIN act a ON a.origin = o.id AND a.seq = e.about_seq
 CROSS JOIN entry f ON f.origin = a.origin AND f.seq = a.seq
 WHERE e.origin = :origin AND e.seq = :seq AND e.verb IN ('undo', 'redo') AND f.verb NOT IN ('undo', 'redo')

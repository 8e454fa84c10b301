-- What an actor's newest undo took back and what is still taken back.
SELECT t.origin, t.seq, o.code
  FROM (SELECT a.origin, a.seq, a.last
          FROM origin w
         CROSS JOIN act a ON a.origin = w.id
         WHERE w.own = 1 AND a.actor = :actor
           AND EXISTS (SELECT 1 FROM entry e
                        CROSS JOIN undone x ON x.target = e.about AND x.target_seq = e.about_seq
                        WHERE e.origin = a.origin AND e.seq = a.seq AND e.verb = 'undo')
         ORDER BY a.origin DESC, a.seq DESC
         LIMIT 1) n
 CROSS JOIN entry u ON u.origin = n.origin AND u.seq BETWEEN n.seq AND n.last AND u.verb = 'undo'
 CROSS JOIN origin o ON o.code = u.about
 CROSS JOIN act t ON t.origin = o.id AND t.seq = u.about_seq
 WHERE EXISTS (SELECT 1 FROM undone x WHERE x.target = u.about AND x.target_seq = u.about_seq)

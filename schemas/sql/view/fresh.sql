-- The live entries in the spans: the only door into facts and rules.
CREATE VIEW fresh AS
SELECT e.*, a.lamport, a.actor, o.code AS origin_code, o.own
  FROM span s
 CROSS JOIN entry e                    -- in this order: the spans are few
 CROSS JOIN act a ON a.origin = e.origin AND a.seq = e.act
 CROSS JOIN origin o ON o.id = e.origin
 WHERE e.origin = s.origin AND e.seq BETWEEN s.first AND s.last
   AND (e.verb IN ('undo', 'redo')     -- these name acts that do things, never each other
        OR NOT EXISTS (SELECT 1 FROM undone u WHERE u.target = o.code AND u.target_seq = e.act));

-- The live entries in the spans: the only door into facts and rules. What is asked of an act is asked once
-- for all of its entries.
CREATE VIEW fresh AS
WITH live AS MATERIALIZED (
  SELECT a.origin, max(s.first, a.seq) AS first, min(s.last, a.last) AS last, a.lamport, a.actor, o.code AS origin_code, o.own,
         EXISTS (SELECT 1 FROM undone u WHERE u.target = o.code AND u.target_seq = a.seq) AS undone
    FROM span s
   CROSS JOIN origin o ON o.id = s.origin
   CROSS JOIN act a ON a.origin = s.origin AND a.seq <= s.last
     AND a.seq >= coalesce((SELECT x.seq FROM act x WHERE x.origin = s.origin AND x.seq <= s.first ORDER BY x.seq DESC LIMIT 1), s.first)
)
SELECT e.*, l.lamport, l.actor, l.origin_code, l.own
  FROM live l
 CROSS JOIN entry e ON e.origin = l.origin AND e.seq BETWEEN l.first AND l.last
 WHERE NOT l.undone OR e.verb IN ('undo', 'redo');      -- these name acts that do things, never each other

-- A topic is handed on no more often than the programme allows.
-- only when said
WITH RECURSIVE up (origin, seq, person, unit, day, depth, most) AS (
  SELECT f.origin, f.seq, f.peer, f.unit, f.day, 1, g.chain_limit
    FROM programme g
   CROSS JOIN fresh f
   WHERE g.edition = :programme AND g.chain_limit IS NOT NULL AND f.verb = 'master' AND f.part IS NULL AND f.peer IS NOT NULL
  UNION
  SELECT u.origin, u.seq, t.giver, u.unit, t.day, u.depth + 1, u.most
    FROM up u
   CROSS JOIN taught t ON t.learner = u.person AND t.unit = u.unit AND t.part = 0 AND t.done = 1 AND t.day <= u.day
   WHERE u.depth <= u.most
     AND NOT EXISTS (SELECT 1 FROM mark b WHERE b.person = u.person AND b.unit = u.unit AND b.part = 0 AND b.step IN (3, 5))
)
SELECT origin, seq, '{unit} would be handed on {depth} times, more often than {most}' AS reason, max(depth) AS depth, most
  FROM up
 WHERE depth > most
 GROUP BY origin, seq;

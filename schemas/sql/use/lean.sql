-- What leans on the entries in the spans, transitively: taught by that person, a unit that needs it, a mark
-- in that plan, a plan of that enrolment or edition, a word about that plan. Asked before they are removed,
-- and again when they are back.
WITH RECURSIVE lean (origin, seq, verb, person, unit, day, year, edition) AS (
  SELECT f.origin, f.seq, f.verb, f.person, f.unit, f.day, f.data ->> '$.year',
         (SELECT c.id FROM code c WHERE c.kind = 'edition' AND c.code = f.data ->> '$.programme')
    FROM fresh f
   WHERE f.verb NOT IN ('undo', 'redo')
  UNION
  SELECT e.origin, e.seq, e.verb, e.person, e.unit, e.day, e.data ->> '$.year', NULL
    FROM lean l
   CROSS JOIN (
         SELECT 1 AS way UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5) w
   CROSS JOIN entry e ON (e.origin, e.seq) IN (
         SELECT t.origin, t.seq FROM taught t
          WHERE w.way = 1 AND t.giver = l.person
            AND (l.verb IN ('start', 'master', 'credit', 'bear', 'unbear') AND t.unit = l.unit OR l.verb = 'leave')
         UNION ALL
         SELECT m.origin, m.seq FROM need n CROSS JOIN mark m ON m.person = l.person AND m.unit = n.unit
          WHERE w.way = 2 AND l.verb IN ('start', 'master', 'credit', 'bear', 'unbear') AND n.need = l.unit
         UNION ALL
         SELECT m.origin, m.seq FROM mark m
          WHERE w.way = 3 AND l.verb IN ('plan', 'enrol', 'leave') AND m.person = l.person
         UNION ALL
         SELECT i.origin, i.seq FROM iop_word i
          WHERE w.way = 4 AND l.verb IN ('plan', 'enrol', 'propose', 'approve', 'return', 'revise', 'close', 'reopen') AND i.person = l.person
         UNION ALL
         SELECT p.origin, p.seq FROM plan p
          WHERE w.way = 5 AND (l.verb = 'enrol' AND p.person = l.person OR l.verb IN ('propose', 'approve', 'return', 'revise') AND p.person = l.person))
  UNION
  SELECT p.origin, p.seq, 'plan', p.person, NULL, p.day, p.year, NULL
    FROM lean l CROSS JOIN plan p ON p.edition = l.edition
   WHERE l.verb = 'edition'
)
SELECT DISTINCT origin, seq FROM lean ORDER BY origin, seq;

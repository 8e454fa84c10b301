-- What leans on the entries in the spans, transitively: taught by that person, other words
-- about him and that unit, a unit that needs it, a mark in that plan, a plan of that
-- enrolment or edition, a word about that plan, who comes to a visit, school years; of a quantum what its trials carry. Asked before they are removed, and again
-- when they are back.
-- scans: year_word a few rows a year
WITH RECURSIVE lean (origin, seq, verb, person, unit, day, year, edition, quantum) AS (
  SELECT f.origin, f.seq, f.verb, f.person, f.unit, f.day, f.data ->> '$.year',
         (SELECT c.id FROM code c WHERE c.kind = 'edition' AND c.code = f.data ->> '$.programme'),
         f.quantum
    FROM fresh f
   WHERE f.verb NOT IN ('undo', 'redo')
  UNION
  SELECT e.origin, e.seq, e.verb, e.person, e.unit, e.day, e.data ->> '$.year', NULL, NULL
    FROM lean l
   CROSS JOIN taught t ON t.giver = l.person AND t.unit = l.unit
   CROSS JOIN entry e ON e.origin = t.origin AND e.seq = t.seq
   WHERE l.verb IN ('start', 'master', 'credit', 'bear', 'unbear')
  UNION
  SELECT e.origin, e.seq, e.verb, e.person, e.unit, e.day, e.data ->> '$.year', NULL, NULL
    FROM lean l
   CROSS JOIN mark m ON m.person = l.person AND m.unit = l.unit
   CROSS JOIN entry e ON e.origin = m.origin AND e.seq = m.seq
   WHERE l.verb IN ('start', 'master', 'credit', 'bear')
  UNION
  SELECT e.origin, e.seq, e.verb, e.person, e.unit, e.day, e.data ->> '$.year', NULL, NULL
    FROM lean l
   CROSS JOIN need n ON n.need = l.unit
   CROSS JOIN mark m ON m.person = l.person AND m.unit = n.unit
   CROSS JOIN entry e ON e.origin = m.origin AND e.seq = m.seq
   WHERE l.verb IN ('start', 'master', 'credit', 'bear', 'unbear')
  UNION
  SELECT e.origin, e.seq, e.verb, e.person, e.unit, e.day, e.data ->> '$.year', NULL, NULL
    FROM lean l
   CROSS JOIN taught t ON t.giver = l.person
   CROSS JOIN entry e ON e.origin = t.origin AND e.seq = t.seq
   WHERE l.verb = 'leave'
  UNION
  SELECT e.origin, e.seq, e.verb, e.person, e.unit, e.day, e.data ->> '$.year', NULL, NULL
    FROM lean l
   CROSS JOIN mark m ON m.person = l.person
   CROSS JOIN entry e ON e.origin = m.origin AND e.seq = m.seq
   WHERE l.verb IN ('plan', 'enrol', 'leave')
  UNION
  SELECT e.origin, e.seq, e.verb, e.person, e.unit, e.day, e.data ->> '$.year', NULL, NULL
    FROM lean l
   CROSS JOIN iop_word i ON i.person = l.person
   CROSS JOIN entry e ON e.origin = i.origin AND e.seq = i.seq
   WHERE l.verb IN ('plan', 'enrol', 'propose', 'approve', 'return', 'revise', 'close', 'reopen')
  UNION
  SELECT e.origin, e.seq, e.verb, e.person, e.unit, e.day, e.data ->> '$.year', NULL, NULL
    FROM lean l
   CROSS JOIN plan p ON p.person = l.person
   CROSS JOIN entry e ON e.origin = p.origin AND e.seq = p.seq
   WHERE l.verb IN ('enrol', 'propose', 'approve', 'return', 'revise')
  UNION
  SELECT r.origin, r.seq, 'request', r.person, NULL, r.day, NULL, NULL, NULL
    FROM lean l CROSS JOIN request r ON r.person = l.person
   WHERE l.verb IN ('enrol', 'leave')
  UNION
  SELECT w.origin, w.seq, w.verb, NULL, NULL, w.day, NULL, NULL, NULL
    FROM lean l
   CROSS JOIN origin o ON o.id = l.origin
   CROSS JOIN request_word w ON w.about_seq = l.seq AND w.about = o.code
   WHERE l.verb = 'request'
  UNION
  SELECT g.origin, g.seq, 'attend', g.person, NULL, g.day, NULL, NULL, NULL
    FROM lean l
   CROSS JOIN origin o ON o.id = l.origin
   CROSS JOIN visit_guest g ON g.about_seq = l.seq AND g.about = o.code
   WHERE l.verb = 'visit'
  UNION
  SELECT p.origin, p.seq, 'plan', p.person, NULL, p.day, p.year, NULL, NULL
    FROM lean l CROSS JOIN plan p ON p.edition = l.edition
   WHERE l.verb = 'edition'
  UNION
  SELECT y.origin, y.seq, 'year', NULL, NULL, y.day, y.year, NULL, NULL
    FROM lean l CROSS JOIN year_word y
   WHERE l.verb = 'edition'
  UNION
  SELECT t.origin, t.seq, 'try', t.person, NULL, t.day, NULL, NULL, t.quantum
    FROM lean l CROSS JOIN trial t ON t.person = l.person
   WHERE l.verb IN ('enrol', 'leave')
  UNION
  SELECT p.origin, p.seq, 'pass', p.person, NULL, p.day, NULL, NULL, p.quantum
    FROM lean l CROSS JOIN passing p ON p.person = l.person
   WHERE l.verb IN ('enrol', 'leave')
  UNION
  SELECT p.origin, p.seq, 'pass', p.person, NULL, p.day, NULL, NULL, p.quantum
    FROM lean l CROSS JOIN passing p ON p.giver = l.person
   WHERE l.verb IN ('enrol', 'leave')
  UNION
  SELECT p.origin, p.seq, 'pass', p.person, NULL, p.day, NULL, NULL, p.quantum
    FROM lean l CROSS JOIN passing p ON p.giver = l.person AND p.quantum = l.quantum
   WHERE l.verb = 'try'
  UNION
  SELECT d.origin, d.seq, 'adopt', d.person, NULL, d.day, NULL, NULL, d.quantum
    FROM lean l CROSS JOIN adoption d ON d.person = l.person AND (l.quantum IS NULL OR d.quantum = l.quantum)
   WHERE l.verb IN ('try', 'enrol', 'leave')
  UNION
  SELECT w.origin, w.seq, 'retire', NULL, NULL, w.day, NULL, NULL, w.quantum
    FROM lean l CROSS JOIN quantum_word w ON w.quantum = l.quantum AND w.verb = 'retire'
   WHERE l.verb IN ('try', 'review', 'retire')
  UNION
  SELECT t.origin, t.seq, 'try', t.person, NULL, t.day, NULL, NULL, t.quantum
    FROM lean l CROSS JOIN trial t ON t.quantum = l.quantum
   WHERE l.verb = 'retire'
  UNION
  SELECT p.origin, p.seq, 'pass', p.person, NULL, p.day, NULL, NULL, p.quantum
    FROM lean l CROSS JOIN passing p ON p.quantum = l.quantum
   WHERE l.verb = 'retire'
  UNION
  SELECT d.origin, d.seq, 'adopt', d.person, NULL, d.day, NULL, NULL, d.quantum
    FROM lean l CROSS JOIN adoption d ON d.quantum = l.quantum
   WHERE l.verb = 'retire'
  UNION
  SELECT w.origin, w.seq, 'review', NULL, NULL, w.day, NULL, NULL, w.quantum
    FROM lean l CROSS JOIN quantum_word w ON w.quantum = l.quantum AND w.verb = 'review'
   WHERE l.verb = 'retire'
)
SELECT DISTINCT origin, seq FROM lean ORDER BY origin, seq;

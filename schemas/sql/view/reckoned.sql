-- What counts itself for targets and milestones, each thing on each of its days: event:KIND an event that was held,
-- iop:approved somebody whose programme of that year was approved, org:active a school with a mark of its people,
-- quantum:sample a sample by an edition of the rest. "year" and "edition" are null where it belongs to none.
CREATE VIEW reckoned AS
SELECT 'event:' || s.kind AS counts, c.code AS thing, s.day, NULL AS year, NULL AS edition, NULL AS until
  FROM session_state s
 CROSS JOIN code c ON c.id = s.session
 WHERE s.newest AND s.status = 'held'
UNION ALL
SELECT 'iop:approved', c.code, w.day, w.year, NULL, NULL
  FROM iop_word w
 CROSS JOIN code c ON c.id = w.person
 WHERE w.verb = 'approve'
UNION ALL
SELECT 'org:active', p.org_code, m.day, NULL, NULL, NULL
  FROM person p
 CROSS JOIN mark m ON m.person = p.id AND m.step IN (2, 4) AND p.since <= m.day AND m.day < p.until
UNION ALL
SELECT 'quantum:sample', c.code, l.sample, NULL, l.edition, l.retired
  FROM quantum_life l
 CROSS JOIN code c ON c.id = l.quantum
 WHERE l.sample < 99999;

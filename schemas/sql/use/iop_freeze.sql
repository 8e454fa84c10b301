-- The programmes as rows that a closing year keeps: around the question report_iop, which reads them again.
SELECT q.person_id,
       json_array((SELECT c.code FROM code c WHERE c.id = q.person_id), (SELECT c.code FROM code c WHERE c.id = q.org_id), q.taken, q.ord,
         q.block, q.item, q.text, q.way,
         coalesce((SELECT c.code FROM code c WHERE c.kind = 'person' AND c.id = q."with"), q."with"), q.due, q.done, q.words,
         json_object('detail', q.detail, 'hours', q.hours, 'held', q.held, 'why', q.why, 'evidence', q.evidence, 'presented', q.presented,
                     'edition', q.edition,
                     'protocol', q.protocol, 'ordered', q."order"))
  FROM (
/* question */
SELECT 1 AS person_id, 2 AS org_id, 3 AS taken, 4 AS ord, 5 AS block, 6 AS item, 7 AS text, 8 AS way, 9 AS "with", 10 AS due, 11 AS done,
       12 AS words, 13 AS detail, 14 AS hours, 20 AS held, 15 AS why, 16 AS evidence, 17 AS presented, 18 AS protocol, 19 AS "order", 21 AS edition
/* question */
) AS q

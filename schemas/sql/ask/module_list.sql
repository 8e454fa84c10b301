-- Modules of the programme that is loaded.
-- filter: module_id module_unit search
SELECT c.code    AS module,        -- id     Module
       q.kind    AS kind,          -- word:invariant|variative Kind
       q.title   AS title,         -- title  Title
       (SELECT count(*) FROM unit u WHERE u.edition = q.edition AND u.module = q.module_id)
                 AS units,         -- int    Units
       (SELECT sum(u.minutes) / 60.0 FROM unit u WHERE u.edition = q.edition AND u.module = q.module_id)
                 AS hours,         -- real   Hours
       (SELECT group_concat(x.code, ' ')
          FROM (SELECT k.code FROM tie t CROSS JOIN code k ON k.id = t.technology
                 WHERE t.edition = q.edition AND t.thing = q.module_id ORDER BY t.ord) x)
                 AS technologies,  -- list   Technologies
       (SELECT count(*) FROM edition e WHERE e.kind = 'programme' AND e.id <= q.edition)
                 AS edition,       -- int    Edition
       q.focus   AS focus,         -- word:content|practice (Focus)
       q.module_id AS module_id,   -- key
       q.search  AS search         -- key
  FROM (SELECT m.*, m.module AS module_id, m.title AS search FROM module m WHERE m.edition = :programme) q
 CROSS JOIN code c ON c.id = q.module_id
 WHERE true /* filters */
 ORDER BY q.ord

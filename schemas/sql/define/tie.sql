-- The technologies of modules, groups and quanta.
CREATE TABLE tie (
  edition    INTEGER NOT NULL,
  technology INTEGER NOT NULL,
  thing      INTEGER NOT NULL,         -- a module, group or quantum
  ord        INTEGER NOT NULL,
  PRIMARY KEY (edition, technology, thing)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_thing ON tie (edition, thing, ord);
SELECT l.edition, t.id AS technology, c.id AS thing, j.key AS ord
  FROM loaded l
 CROSS JOIN json_each(l.body, '$.technologies') j
 CROSS JOIN code c ON c.kind = 'module' AND c.code = l.id
 CROSS JOIN code t ON t.kind = 'technology' AND t.code = j.value
 WHERE l.kind = 'module'
UNION
SELECT l.edition, t.id, c.id, 0
  FROM loaded l
 CROSS JOIN code c ON c.kind = l.kind AND c.code = l.id
 CROSS JOIN code t ON t.kind = 'technology' AND t.code = l.body ->> '$.technology'
 WHERE l.kind IN ('group', 'quantum');

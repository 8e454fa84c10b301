-- What people may type for a code: labels, and codes and labels in look-alike letters.
CREATE TABLE alias (
  edition INTEGER NOT NULL,
  kind    TEXT    NOT NULL,            -- unit, part, module, org …
  key     TEXT    NOT NULL,            -- folded
  thing   INTEGER NOT NULL,
  PRIMARY KEY (edition, kind, key, thing)
) STRICT, WITHOUT ROWID;
WITH named AS (
  SELECT l.edition, l.kind, l.id AS code, l.id AS word FROM loaded l
  UNION ALL
  SELECT l.edition, l.kind, l.id, l.body ->> '$.label' FROM loaded l WHERE l.kind = 'unit'
  UNION ALL
  SELECT l.edition, l.kind, l.id, l.body ->> '$.short' FROM loaded l WHERE l.kind IN ('org', 'technology')
  UNION ALL
  SELECT l.edition, l.kind, l.id, l.body ->> '$.title' FROM loaded l WHERE l.kind IN ('org', 'group', 'module')
  UNION ALL
  SELECT l.edition, 'part', l.id || '.' || (j.value ->> '$.id'), a.value || '.' || b.value
    FROM loaded l
   CROSS JOIN json_each(l.body, '$.parts') j
   CROSS JOIN json_each(json_array(l.id, l.body ->> '$.label')) a
   CROSS JOIN json_each(json_array(j.value ->> '$.id', j.value ->> '$.label')) b
   WHERE l.kind = 'unit'
)
SELECT DISTINCT n.edition, n.kind, nsi_fold(n.word) AS key, c.id AS thing
  FROM named n
 CROSS JOIN code c ON c.kind = n.kind AND c.code = n.code
 WHERE n.word IS NOT NULL;

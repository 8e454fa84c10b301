-- Quanta of practice, and what each still lacks to be described.
CREATE TABLE quantum (
  edition INTEGER NOT NULL,
  quantum INTEGER NOT NULL,
  ord     INTEGER NOT NULL,
  kind    TEXT    NOT NULL,            -- lesson, methodical, management
  title   TEXT    NOT NULL,            -- one language, or JSON of several
  author  TEXT,                        -- a person's full code
  steps   TEXT    NOT NULL,            -- hash of its steps: another one, another edition; empty: it has none
  number  INTEGER NOT NULL,            -- the edition's, as written
  minutes INTEGER,
  missing TEXT    NOT NULL,            -- keys that are not there yet, a blank before each
  PRIMARY KEY (edition, quantum)
) STRICT, WITHOUT ROWID;
SELECT l.edition, c.id AS quantum, l.ord, coalesce(l.body ->> '$.kind', 'lesson') AS kind, l.body ->> '$.title' AS title,
       l.body ->> '$.author' AS author,
       CASE WHEN coalesce(json_array_length(l.body, '$.steps'), 0) = 0 THEN '' ELSE nsi_hash(l.body -> '$.steps') END AS steps,
       coalesce(l.body ->> '$.edition', 1) AS number, l.body ->> '$.minutes' AS minutes,
       coalesce((SELECT group_concat(' ' || k.value, '')
                   FROM json_each('["title","technology","units","author","problem","steps","minutes","sign","limits"]') k
                  WHERE coalesce(trim(l.body ->> ('$.' || k.value)), '') IN ('', '[]', '{}')), '') AS missing
  FROM loaded l
 CROSS JOIN code c ON c.kind = 'quantum' AND c.code = l.id
 WHERE l.kind = 'quantum';

-- Modules of a programme's edition.
CREATE TABLE module (
  edition INTEGER NOT NULL,
  module  INTEGER NOT NULL,
  ord     INTEGER NOT NULL,
  kind    TEXT    NOT NULL,            -- invariant, variative
  focus   TEXT    NOT NULL,            -- content, practice
  title   TEXT    NOT NULL,
  PRIMARY KEY (edition, module)
) STRICT, WITHOUT ROWID;
SELECT l.edition, c.id AS module, l.ord, l.body ->> '$.kind' AS kind, coalesce(l.body ->> '$.focus', 'content') AS focus,
       l.body ->> '$.title' AS title
  FROM loaded l
 CROSS JOIN code c ON c.kind = 'module' AND c.code = l.id
 WHERE l.kind = 'module';

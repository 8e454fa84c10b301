-- Units of a programme's edition.
CREATE TABLE unit (
  edition INTEGER NOT NULL,
  unit    INTEGER NOT NULL,
  ord     INTEGER NOT NULL,            -- order of the files
  module  INTEGER NOT NULL,
  label   TEXT    NOT NULL,
  title   TEXT    NOT NULL,            -- one language, or JSON of several
  minutes INTEGER NOT NULL,
  meetings INTEGER NOT NULL,
  checks  TEXT,                        -- observation, demo, product, trial, talk
  result  TEXT,
  technique TEXT,                      -- its first method
  PRIMARY KEY (edition, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_module ON unit (edition, module, ord);
SELECT l.edition, u.id AS unit, l.ord, m.id AS module, coalesce(l.body ->> '$.label', l.id) AS label,
       l.body ->> '$.title' AS title, CAST(round(60 * (l.body ->> '$.hours')) AS INTEGER) AS minutes,
       coalesce(l.body ->> '$.meetings', max(1, json_array_length(coalesce(l.body -> '$.parts', '[]')))) AS meetings,
       l.body ->> '$.check' AS checks, l.body ->> '$.result' AS result,
       l.body ->> '$.methods[0]' AS technique
  FROM loaded l
 CROSS JOIN code u ON u.kind = 'unit' AND u.code = l.id
 CROSS JOIN code m ON m.kind = 'module' AND m.code = l.body ->> '$.module'
 WHERE l.kind = 'unit';

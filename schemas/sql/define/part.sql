-- Parts of units (cards, paragraphs).
CREATE TABLE part (
  edition INTEGER NOT NULL,
  part    INTEGER NOT NULL,            -- code: unit.part
  unit    INTEGER NOT NULL,
  ord     INTEGER NOT NULL,
  label   TEXT    NOT NULL,
  title   TEXT    NOT NULL,
  PRIMARY KEY (edition, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX part_unit ON part (edition, unit, ord);
SELECT l.edition, p.id AS part, u.id AS unit, j.key AS ord, coalesce(j.value ->> '$.label', j.value ->> '$.id') AS label,
       j.value ->> '$.title' AS title
  FROM loaded l
 CROSS JOIN json_each(l.body, '$.parts') j
 CROSS JOIN code u ON u.kind = 'unit' AND u.code = l.id
 CROSS JOIN code p ON p.kind = 'part' AND p.code = l.id || '.' || (j.value ->> '$.id')
 WHERE l.kind = 'unit';

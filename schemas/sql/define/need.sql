-- What a unit rests on: its own `after` and what its module requires.
CREATE TABLE need (
  edition INTEGER NOT NULL,
  unit    INTEGER NOT NULL,
  need    INTEGER NOT NULL,
  PRIMARY KEY (edition, unit, need)
) STRICT, WITHOUT ROWID;
CREATE INDEX need_back ON need (need, unit);
SELECT l.edition, u.id AS unit, n.id AS need
  FROM loaded l
 CROSS JOIN json_each(l.body, '$.after') j
 CROSS JOIN code u ON u.kind = 'unit' AND u.code = l.id
 CROSS JOIN code n ON n.kind = 'unit' AND n.code = j.value
 WHERE l.kind = 'unit'
UNION
SELECT l.edition, u.id, n.id
  FROM loaded l
 CROSS JOIN item m ON m.edition = l.edition AND m.kind = 'module' AND m.id = l.body ->> '$.module'
 CROSS JOIN json_each(m.body, '$.requires') j
 CROSS JOIN code u ON u.kind = 'unit' AND u.code = l.id
 CROSS JOIN code n ON n.kind = 'unit' AND n.code = j.value
 WHERE l.kind = 'unit';

-- The units that lead to a competence, as it says, or they do.
CREATE TABLE competence_unit (
  edition    INTEGER NOT NULL,
  competence INTEGER NOT NULL,
  unit       INTEGER NOT NULL,
  PRIMARY KEY (edition, competence, unit)
) STRICT, WITHOUT ROWID;
SELECT l.edition, k.id AS competence, u.id AS unit
  FROM loaded l
 CROSS JOIN json_each(l.body, '$.competences') j
 CROSS JOIN code u ON u.kind = 'unit' AND u.code = l.id
 CROSS JOIN code k ON k.kind = 'competence' AND k.code = j.value
 WHERE l.kind = 'unit'
UNION
SELECT l.edition, k.id, u.id
  FROM loaded l
 CROSS JOIN json_each(l.body, '$.units') j
 CROSS JOIN code u ON u.kind = 'unit' AND u.code = j.value
 CROSS JOIN code k ON k.kind = 'competence' AND k.code = l.id
 WHERE l.kind = 'competence';

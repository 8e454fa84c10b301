-- The units for which a combined group exists.
CREATE TABLE grp_unit (
  edition INTEGER NOT NULL,
  grp     INTEGER NOT NULL,
  unit    INTEGER NOT NULL,
  ord     INTEGER NOT NULL,
  PRIMARY KEY (edition, grp, unit)
) STRICT, WITHOUT ROWID;
SELECT l.edition, c.id AS grp, u.id AS unit, j.key AS ord
  FROM loaded l
 CROSS JOIN json_each(l.body, '$.units') j
 CROSS JOIN code c ON c.kind = 'group' AND c.code = l.id
 CROSS JOIN code u ON u.kind = 'unit' AND u.code = j.value
 WHERE l.kind = 'group';

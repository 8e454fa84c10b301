-- The units that quanta belong to.
CREATE TABLE quantum_unit (
  edition INTEGER NOT NULL,
  quantum INTEGER NOT NULL,
  ord     INTEGER NOT NULL,
  unit    INTEGER NOT NULL,
  PRIMARY KEY (edition, quantum, ord)
) STRICT, WITHOUT ROWID;
SELECT l.edition, c.id AS quantum, j.key AS ord, u.id AS unit
  FROM loaded l
 CROSS JOIN json_each(l.body, '$.units') j
 CROSS JOIN code c ON c.kind = 'quantum' AND c.code = l.id
 CROSS JOIN code u ON u.kind = 'unit' AND u.code = j.value
 WHERE l.kind = 'quantum';

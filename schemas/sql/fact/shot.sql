-- What a closed year froze, row by row; of several closings of a year the newest holds.
CREATE TABLE shot (
  year    INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  kind    TEXT    NOT NULL,            -- what the row is of: head, unit, legend, person …
  ord     INTEGER NOT NULL,
  body    TEXT    NOT NULL,            -- JSON
  origin  INTEGER NOT NULL,
  PRIMARY KEY (year, lamport, by_, seq, kind, ord)
) STRICT, WITHOUT ROWID;
SELECT CAST(f.data ->> '$.year' AS INTEGER) AS year, f.lamport, f.origin_code AS by_, f.seq, CAST(f.data ->> '$.kind' AS TEXT) AS kind,
       j.key AS ord, CAST(j.value AS TEXT) AS body, f.origin
  FROM fresh f
 CROSS JOIN json_each(f.data, '$.rows') j ON typeof(j.key) = 'integer' AND j.value IS NOT NULL
 WHERE f.verb = 'snapshot' AND f.data ->> '$.year' IS NOT NULL AND f.data ->> '$.kind' IS NOT NULL;

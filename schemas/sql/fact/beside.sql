-- Who studied a unit together with whom; both ways.
CREATE TABLE beside (
  person INTEGER NOT NULL,
  unit   INTEGER NOT NULL,
  other  INTEGER NOT NULL,
  day    INTEGER NOT NULL,
  origin INTEGER NOT NULL,
  seq    INTEGER NOT NULL,
  PRIMARY KEY (person, unit, other, day, origin, seq)
) STRICT, WITHOUT ROWID;
WITH b AS (
  SELECT f.person, f.unit, c.id AS other, coalesce(f.day, 0) AS day, f.origin, f.seq
    FROM fresh f
   CROSS JOIN json_each(f.data, '$.beside') j
   CROSS JOIN code c ON c.kind = 'person' AND c.code = j.value
   WHERE f.verb IN ('start', 'master') AND f.unit IS NOT NULL AND f.person IS NOT NULL
)
SELECT person, unit, other, day, origin, seq FROM b
UNION
SELECT other, unit, person, day, origin, seq FROM b;

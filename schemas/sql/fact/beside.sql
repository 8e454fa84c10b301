-- Who studied a unit together with whom: everybody of a group with everybody.
CREATE TABLE beside (
  person INTEGER NOT NULL,
  unit   INTEGER NOT NULL,
  other  INTEGER NOT NULL,
  day    INTEGER NOT NULL,
  origin INTEGER NOT NULL,
  seq    INTEGER NOT NULL,
  PRIMARY KEY (person, unit, other, day, origin, seq)
) STRICT, WITHOUT ROWID;
WITH studied AS MATERIALIZED (
  SELECT f.unit, f.person, coalesce(f.day, 0) AS day, f.origin, f.seq, f.data -> '$.beside' AS list
    FROM fresh f
   WHERE f.verb IN ('start', 'master') AND f.unit IS NOT NULL AND f.person IS NOT NULL AND f.data -> '$.beside' IS NOT NULL
), b AS (
  SELECT unit, person, day, origin, seq FROM studied
  UNION
  SELECT s.unit, c.id, s.day, s.origin, s.seq
    FROM studied s
   CROSS JOIN json_each(s.list) j
   CROSS JOIN code c ON c.kind = 'person' AND c.code = j.value
)
SELECT x.person, x.unit, y.person AS other, x.day, x.origin, x.seq
  FROM b x
  JOIN b y ON y.origin = x.origin AND y.seq = x.seq AND y.person <> x.person;

-- The units of a plan, in its order.
CREATE TABLE plan_unit (
  person  INTEGER NOT NULL,
  year    INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  seq     INTEGER NOT NULL,            -- of the plan's entry
  unit    INTEGER NOT NULL,
  ord     INTEGER NOT NULL,
  due     INTEGER,                     -- null: held already
  minutes INTEGER NOT NULL,
  why     TEXT    NOT NULL,            -- invariant, chosen, needed
  needed  INTEGER,                     -- the unit that rests on it
  way     TEXT    NOT NULL,
  PRIMARY KEY (person, year, origin, seq, unit, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_unit_unit ON plan_unit (unit, year, person, origin, seq);
SELECT f.person, CAST(f.data ->> '$.year' AS INTEGER) AS year, f.origin, f.seq, c.id AS unit, j.key AS ord,
       CASE WHEN j.value ->> '$.due' GLOB '[0-9]*' THEN CAST(julianday(j.value ->> '$.due') - 2440587.5 AS INTEGER) END AS due,
       CAST(round(60 * coalesce(j.value ->> '$.hours', 0)) AS INTEGER) AS minutes,
       coalesce(CAST(j.value ->> '$.why' AS TEXT), 'chosen') AS why, w.id AS needed, coalesce(CAST(j.value ->> '$.way' AS TEXT), 'pair') AS way
  FROM fresh f
 CROSS JOIN json_each(f.data, '$.units') j ON j.type = 'object' AND typeof(j.key) = 'integer'
 CROSS JOIN code c ON c.kind = 'unit' AND c.code = j.value ->> '$.unit'
  LEFT JOIN code w ON w.kind = 'unit' AND w.code = j.value ->> '$.needed'
 WHERE f.verb = 'plan' AND f.person IS NOT NULL AND f.data ->> '$.year' IS NOT NULL;

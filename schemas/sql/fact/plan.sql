-- A plan of a person for a school year: the head; its units are in plan_unit. The newest word holds.
CREATE TABLE plan (
  person  INTEGER NOT NULL,
  year    INTEGER NOT NULL,            -- the school year that ends in it
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  day     INTEGER NOT NULL,            -- when it was said
  edition INTEGER NOT NULL,            -- of the programme, by the dictionary
  origin  INTEGER NOT NULL,
  PRIMARY KEY (person, year, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_edition ON plan (edition, person);
SELECT f.person, CAST(f.data ->> '$.year' AS INTEGER) AS year, f.lamport, f.origin_code AS by_, f.seq, coalesce(f.day, 0) AS day,
       c.id AS edition, f.origin
  FROM fresh f
 CROSS JOIN code c ON c.kind = 'edition' AND c.code = f.data ->> '$.edition'
 WHERE f.verb = 'plan' AND f.person IS NOT NULL AND f.data ->> '$.year' IS NOT NULL;

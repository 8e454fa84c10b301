-- Somebody uses a quantum regularly, in a class, from a day on.
CREATE TABLE adoption (
  quantum INTEGER NOT NULL,
  person  INTEGER NOT NULL,
  class   TEXT    NOT NULL,            -- empty: it is for no lesson
  day     INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  PRIMARY KEY (quantum, person, class, day, origin, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX adoption_person ON adoption (person, quantum);
SELECT quantum, person, coalesce(CAST(data ->> '$.class' AS TEXT), '') AS class, coalesce(day, 0) AS day, origin, seq, lamport,
       origin_code AS by_
  FROM fresh
 WHERE verb = 'adopt' AND quantum IS NOT NULL AND person IS NOT NULL;

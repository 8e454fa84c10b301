-- What was said of a quantum as a whole, by the steps that it had then: reviewed, retired.
CREATE TABLE quantum_word (
  quantum INTEGER NOT NULL,
  verb    TEXT    NOT NULL,            -- review, retire
  day     INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  steps   TEXT    NOT NULL,            -- their hash; empty: it had none yet
  origin  INTEGER NOT NULL,
  PRIMARY KEY (quantum, verb, day, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT quantum, verb, coalesce(day, 0) AS day, lamport, origin_code AS by_, seq,
       coalesce(CAST(data ->> '$.steps' AS TEXT), '') AS steps, origin
  FROM fresh
 WHERE verb IN ('review', 'retire') AND quantum IS NOT NULL;

-- Somebody tried a quantum, by the steps that it had then.
CREATE TABLE trial (
  quantum INTEGER NOT NULL,
  person  INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  steps   TEXT    NOT NULL,            -- their hash; empty: it had none yet
  result  TEXT    NOT NULL,            -- worked, changed, failed
  PRIMARY KEY (quantum, person, day, origin, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX trial_person ON trial (person, quantum);
SELECT quantum, person, coalesce(day, 0) AS day, origin, seq, lamport, origin_code AS by_,
       coalesce(CAST(data ->> '$.steps' AS TEXT), '') AS steps, CAST(data ->> '$.result' AS TEXT) AS result
  FROM fresh
 WHERE verb = 'try' AND quantum IS NOT NULL AND person IS NOT NULL AND data ->> '$.result' IS NOT NULL;

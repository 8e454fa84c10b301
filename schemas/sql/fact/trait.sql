-- What is set of a person: choice, capacity, curator, roles … as JSON; the newest word of a key holds.
CREATE TABLE trait (
  person  INTEGER NOT NULL,
  key     TEXT    NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  value   TEXT    NOT NULL,            -- JSON; null: no more
  origin  INTEGER NOT NULL,
  PRIMARY KEY (person, key, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT person, CAST(data ->> '$.key' AS TEXT) AS key, lamport, origin_code AS by_, seq, coalesce(day, 0) AS day,
       data -> '$.value' AS value, origin
  FROM fresh
 WHERE verb = 'set' AND person IS NOT NULL AND data ->> '$.key' IS NOT NULL AND data -> '$.value' IS NOT NULL;

-- Who takes no part in meetings for a while, both days inclusive.
CREATE TABLE pause (
  person  INTEGER NOT NULL,
  since   INTEGER NOT NULL,
  until   INTEGER NOT NULL,            -- the last day
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  PRIMARY KEY (person, since, until, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT person, CAST(julianday(data ->> '$.from') - 2440587.5 AS INTEGER) AS since,
       CAST(julianday(data ->> '$.to') - 2440587.5 AS INTEGER) AS until, lamport, origin_code AS by_, seq, origin
  FROM fresh
 WHERE verb = 'pause' AND person IS NOT NULL AND julianday(data ->> '$.from') IS NOT NULL AND julianday(data ->> '$.to') IS NOT NULL;

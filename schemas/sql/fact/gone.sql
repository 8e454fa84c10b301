-- Who left, from which day on.
CREATE TABLE gone (
  person  INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  PRIMARY KEY (person, day, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT person, coalesce(day, 0) AS day, lamport, origin_code AS by_, seq, origin
  FROM fresh
 WHERE verb = 'leave' AND person IS NOT NULL;

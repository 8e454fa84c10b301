-- A school year was opened or closed; the newest word of a year holds.
CREATE TABLE year_word (
  year    INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  state   TEXT    NOT NULL,            -- open, closed
  origin  INTEGER NOT NULL,
  PRIMARY KEY (year, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT CAST(data ->> '$.year' AS INTEGER) AS year, lamport, origin_code AS by_, seq, coalesce(day, 0) AS day,
       CAST(data ->> '$.state' AS TEXT) AS state, origin
  FROM fresh
 WHERE verb = 'year' AND data ->> '$.year' IS NOT NULL AND data ->> '$.state' IS NOT NULL;

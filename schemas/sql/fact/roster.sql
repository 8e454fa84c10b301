-- What the school's own list said of a person; the newest holds. A list says only what it changed since.
CREATE TABLE roster (
  person  INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  says    TEXT    NOT NULL,            -- JSON, by column
  origin  INTEGER NOT NULL,
  PRIMARY KEY (person, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT person, lamport, origin_code AS by_, seq, data -> '$.says' AS says, origin
  FROM fresh
 WHERE verb = 'roster' AND person IS NOT NULL AND data -> '$.says' IS NOT NULL;

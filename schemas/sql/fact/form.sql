-- What somebody wrote for his programme of a year, block by block; the newest word of a block holds.
CREATE TABLE form (
  person  INTEGER NOT NULL,
  year    INTEGER NOT NULL,
  block   TEXT    NOT NULL,            -- goal, tasks, deficits, self_rating, reflection
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  words   TEXT,                        -- hash of the text; null: what was written is taken away
  own     INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  PRIMARY KEY (person, year, block, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT person, CAST(data ->> '$.year' AS INTEGER) AS year, CAST(data ->> '$.block' AS TEXT) AS block, lamport, origin_code AS by_, seq,
       coalesce(day, 0) AS day, CAST(data ->> '$.text' AS TEXT) AS words, own, origin
  FROM fresh
 WHERE verb = 'form' AND person IS NOT NULL AND data ->> '$.year' IS NOT NULL AND data ->> '$.block' IS NOT NULL;

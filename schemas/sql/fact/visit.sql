-- A lesson that somebody shows to others; its number is given once, when it is said (view visit_number).
CREATE TABLE visit (
  seq     INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  number  TEXT    NOT NULL,            -- V1, V2 …
  host    INTEGER NOT NULL,
  day     INTEGER NOT NULL,            -- on which it is
  said    INTEGER NOT NULL,            -- on which this was said
  lesson  INTEGER NOT NULL,            -- of that day
  class   TEXT    NOT NULL,
  quantum INTEGER,                     -- that is shown
  seats   INTEGER,                     -- null: as many as come
  own     INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  PRIMARY KEY (seq, by_)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_named ON visit (number, by_);
CREATE INDEX visit_host ON visit (host, day);
SELECT seq, origin_code AS by_, CAST(data ->> '$.number' AS TEXT) AS number, person AS host,
       CAST(julianday(data ->> '$.day') - 2440587.5 AS INTEGER) AS day, coalesce(day, 0) AS said,
       coalesce(CAST(data ->> '$.lesson' AS INTEGER), 0) AS lesson, coalesce(CAST(data ->> '$.class' AS TEXT), '') AS class,
       quantum, CAST(data ->> '$.seats' AS INTEGER) AS seats, own, origin
  FROM fresh
 WHERE verb = 'visit' AND person IS NOT NULL AND data ->> '$.number' IS NOT NULL AND julianday(data ->> '$.day') IS NOT NULL;

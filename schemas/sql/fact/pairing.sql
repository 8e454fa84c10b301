-- A session as it was planned and saved: when, where, led by whom. The newest word holds; its meetings are in the entry.
CREATE TABLE pairing (
  session   INTEGER NOT NULL,
  lamport   INTEGER NOT NULL,
  by_       TEXT    NOT NULL,
  seq       INTEGER NOT NULL,
  day       INTEGER NOT NULL,          -- on which this was said
  rounds    INTEGER NOT NULL,
  grp       TEXT,                      -- id of the group
  start     TEXT,                      -- "15:00"
  minutes   INTEGER,
  zone      TEXT,
  mode      TEXT,
  place     TEXT,
  link      TEXT,
  leader    TEXT,                      -- a person's full code
  technique TEXT,
  origin    INTEGER NOT NULL,
  PRIMARY KEY (session, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT session, lamport, origin_code AS by_, seq, coalesce(day, 0) AS day, coalesce(CAST(data ->> '$.rounds' AS INTEGER), 0) AS rounds,
       CAST(data ->> '$.group' AS TEXT) AS grp, CAST(data ->> '$.start' AS TEXT) AS start, CAST(data ->> '$.minutes' AS INTEGER) AS minutes,
       CAST(data ->> '$.zone' AS TEXT) AS zone, CAST(data ->> '$.mode' AS TEXT) AS mode, CAST(data ->> '$.place' AS TEXT) AS place,
       CAST(data ->> '$.link' AS TEXT) AS link, CAST(data ->> '$.leader' AS TEXT) AS leader,
       CAST(data ->> '$.technique' AS TEXT) AS technique, origin
  FROM fresh
 WHERE verb = 'pair' AND session IS NOT NULL;

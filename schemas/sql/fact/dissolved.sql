-- Groups that were dissolved, and on which day: after it they do not meet any more.
CREATE TABLE dissolved (
  grp     INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  words   TEXT,                        -- hash of the reason
  own     INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  PRIMARY KEY (grp, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT g.id AS grp, f.lamport, f.origin_code AS by_, f.seq, coalesce(f.day, 0) AS day, CAST(f.data ->> '$.reason' AS TEXT) AS words,
       f.own, f.origin
  FROM fresh f
 CROSS JOIN code g ON g.kind = 'group' AND g.code = f.data ->> '$.group'
 WHERE f.verb = 'dissolve';

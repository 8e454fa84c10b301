-- Milestones that were reached, and what is there now.
CREATE TABLE reached (
  milestone TEXT    NOT NULL,
  lamport   INTEGER NOT NULL,
  by_       TEXT    NOT NULL,
  seq       INTEGER NOT NULL,
  day       INTEGER NOT NULL,
  product   TEXT,
  origin    INTEGER NOT NULL,
  PRIMARY KEY (milestone, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT CAST(data ->> '$.milestone' AS TEXT) AS milestone, lamport, origin_code AS by_, seq, coalesce(day, 0) AS day,
       CAST(data ->> '$.product' AS TEXT) AS product, origin
  FROM fresh
 WHERE verb = 'reach' AND data ->> '$.milestone' IS NOT NULL;

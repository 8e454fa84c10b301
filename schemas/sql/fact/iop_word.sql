-- What was said of a person's programme of a year: each word leads to a state; the newest holds (view iop_state).
CREATE TABLE iop_word (
  person   INTEGER NOT NULL,
  year     INTEGER NOT NULL,
  lamport  INTEGER NOT NULL,
  by_      TEXT    NOT NULL,
  seq      INTEGER NOT NULL,
  day      INTEGER NOT NULL,
  verb     TEXT    NOT NULL,
  state    TEXT    NOT NULL,           -- draft, proposed, approved, closed
  ordered  INTEGER NOT NULL,           -- 1: with the number of an order
  origin   INTEGER NOT NULL,
  PRIMARY KEY (person, year, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT person, CAST(data ->> '$.year' AS INTEGER) AS year, lamport, origin_code AS by_, seq, coalesce(day, 0) AS day, verb,
       CASE verb WHEN 'propose' THEN 'proposed' WHEN 'approve' THEN 'approved' WHEN 'close' THEN 'closed'
                 WHEN 'reopen' THEN coalesce(CAST(data ->> '$.state' AS TEXT), 'draft') ELSE 'draft' END AS state,
       data ->> '$.order' IS NOT NULL AS ordered, origin
  FROM fresh
 WHERE verb IN ('propose', 'return', 'approve', 'revise', 'close', 'reopen')
   AND person IS NOT NULL AND data ->> '$.year' IS NOT NULL;

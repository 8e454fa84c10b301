-- What a programme's edition says of all.
CREATE TABLE programme (
  edition      INTEGER NOT NULL,
  id           TEXT    NOT NULL,
  title        TEXT    NOT NULL,
  capacity     INTEGER NOT NULL,       -- minutes a year
  answer_days  INTEGER NOT NULL,
  strict_check INTEGER NOT NULL,
  evidence     INTEGER NOT NULL,       -- 1: required
  credit_years INTEGER,
  chain_limit  INTEGER,
  PRIMARY KEY (edition)
) STRICT, WITHOUT ROWID;
SELECT l.edition, l.id, l.body ->> '$.title' AS title,
       CAST(round(60 * coalesce(l.body ->> '$.capacity', 36)) AS INTEGER) AS capacity,
       coalesce(l.body ->> '$.answer_days', 5) AS answer_days, coalesce(l.body ->> '$.strict_check', 0) AS strict_check,
       coalesce(l.body ->> '$.evidence', '') = 'required' AS evidence,
       l.body ->> '$.credit_years' AS credit_years, l.body ->> '$.chain_limit' AS chain_limit
  FROM loaded l
 WHERE l.kind = 'programme';

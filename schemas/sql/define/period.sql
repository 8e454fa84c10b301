-- Quarters, trimesters and breaks, by their ids.
CREATE TABLE period (
  edition  INTEGER NOT NULL,
  calendar TEXT    NOT NULL,
  id       TEXT    NOT NULL,
  since    INTEGER NOT NULL,
  until    INTEGER NOT NULL,           -- the last day
  rests    INTEGER NOT NULL,           -- 1: a break
  PRIMARY KEY (edition, calendar, id)
) STRICT, WITHOUT ROWID;
SELECT l.edition, l.id AS calendar, j.value ->> '$.id' AS id,
       CAST(julianday(min(j.value ->> '$.from')) - 2440587.5 AS INTEGER) AS since,
       CAST(julianday(max(j.value ->> '$.to')) - 2440587.5 AS INTEGER) AS until, max(k.key) AS rests
  FROM loaded l
 CROSS JOIN json_each('["$.periods", "$.breaks"]') k
 CROSS JOIN json_each(l.body, k.value) j
 WHERE l.kind = 'calendar'
 GROUP BY 1, 2, 3;

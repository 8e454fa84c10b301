-- Days off, and weekend days on which people work all the same.
CREATE TABLE day_off (
  edition  INTEGER NOT NULL,
  calendar TEXT    NOT NULL,
  since    INTEGER NOT NULL,
  until    INTEGER NOT NULL,           -- the last day
  works    INTEGER NOT NULL,           -- 1: a working day after all
  PRIMARY KEY (edition, calendar, since, until, works)
) STRICT, WITHOUT ROWID;
SELECT l.edition, l.id AS calendar,
       CAST(julianday(coalesce(CASE j.type WHEN 'text' THEN j.value END, j.value ->> '$.from')) - 2440587.5 AS INTEGER) AS since,
       CAST(julianday(coalesce(CASE j.type WHEN 'text' THEN j.value END, j.value ->> '$.to')) - 2440587.5 AS INTEGER) AS until,
       0 AS works
  FROM loaded l
 CROSS JOIN json_each(l.body, '$.days_off') j
 WHERE l.kind = 'calendar'
UNION
SELECT l.edition, l.id, CAST(julianday(j.value) - 2440587.5 AS INTEGER), CAST(julianday(j.value) - 2440587.5 AS INTEGER), 1
  FROM loaded l
 CROSS JOIN json_each(l.body, '$.working_days') j
 WHERE l.kind = 'calendar';

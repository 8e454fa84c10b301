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
       CAST(julianday(CASE j.type WHEN 'text' THEN j.value ELSE j.value ->> '$.from' END) - 2440587.5 AS INTEGER) AS since,
       CAST(julianday(CASE j.type WHEN 'text' THEN j.value ELSE coalesce(j.value ->> '$.to', j.value ->> '$.from') END)
            - 2440587.5 AS INTEGER) AS until,
       k.value AS works
  FROM loaded l
 CROSS JOIN json_each('{"days_off": 0, "working_days": 1}') k
 CROSS JOIN json_each(l.body, '$.' || k.key) j
 WHERE l.kind = 'calendar'
 GROUP BY 1, 2, 3, 4, 5;

-- School years: one row a calendar and organisation.
CREATE TABLE calendar (
  edition  INTEGER NOT NULL,
  org      INTEGER NOT NULL,
  year     INTEGER NOT NULL,           -- the year that it ends in
  id       TEXT    NOT NULL,
  week     INTEGER NOT NULL,           -- 5 or 6 working days
  since    INTEGER NOT NULL,           -- teachers' first day
  until    INTEGER NOT NULL,           -- teachers' last day
  opens    INTEGER NOT NULL,           -- days from here to `until` belong to this year
  pupils_since INTEGER NOT NULL,
  pupils_until INTEGER NOT NULL,
  PRIMARY KEY (edition, org, year)
) STRICT, WITHOUT ROWID;
SELECT l.edition, o.id AS org, l.body ->> '$.year' AS year, l.id, coalesce(l.body ->> '$.week', 5) AS week,
       CAST(julianday(l.body ->> '$.teachers.from') - 2440587.5 AS INTEGER) AS since,
       CAST(julianday(l.body ->> '$.teachers.to') - 2440587.5 AS INTEGER) AS until,
       1 + lag(CAST(julianday(l.body ->> '$.teachers.to') - 2440587.5 AS INTEGER), 1, -99999)
           OVER (PARTITION BY l.edition, o.id ORDER BY l.body ->> '$.year') AS opens,
       CAST(julianday(l.body ->> '$.pupils.from') - 2440587.5 AS INTEGER) AS pupils_since,
       CAST(julianday(l.body ->> '$.pupils.to') - 2440587.5 AS INTEGER) AS pupils_until
  FROM loaded l
 CROSS JOIN json_each(l.body, '$.orgs') j
 CROSS JOIN code o ON o.kind = 'org' AND o.code = j.value
 WHERE l.kind = 'calendar';

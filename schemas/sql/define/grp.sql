-- Groups of people.
CREATE TABLE grp (
  edition INTEGER NOT NULL,
  grp     INTEGER NOT NULL,
  ord     INTEGER NOT NULL,
  kind    TEXT    NOT NULL,            -- creative, combined, team …
  title   TEXT    NOT NULL,
  leader  TEXT,                        -- a person's code as written
  since   INTEGER,                     -- its span, of a combined one
  until   INTEGER,                     -- the last day
  technology TEXT,                     -- of a creative one
  PRIMARY KEY (edition, grp)
) STRICT, WITHOUT ROWID;
SELECT l.edition, c.id AS grp, l.ord, coalesce(l.body ->> '$.kind', 'permanent') AS kind,
       coalesce(l.body ->> '$.title', l.id) AS title, l.body ->> '$.leader' AS leader,
       CAST(julianday(l.body ->> '$.from') - 2440587.5 AS INTEGER) AS since,
       CAST(julianday(l.body ->> '$.to') - 2440587.5 AS INTEGER) AS until,
       l.body ->> '$.technology' AS technology
  FROM loaded l
 CROSS JOIN code c ON c.kind = 'group' AND c.code = l.id
 WHERE l.kind = 'group';

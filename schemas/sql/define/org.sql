-- Organisations.
CREATE TABLE org (
  edition INTEGER NOT NULL,
  org     INTEGER NOT NULL,
  ord     INTEGER NOT NULL,
  short   TEXT    NOT NULL,
  zone    TEXT,
  host    TEXT,                        -- who speaks for it
  PRIMARY KEY (edition, org)
) STRICT, WITHOUT ROWID;
SELECT l.edition, c.id AS org, l.ord, coalesce(l.body ->> '$.short', l.body ->> '$.title', l.id) AS short,
       l.body ->> '$.zone' AS zone, l.body ->> '$.hosted_by' AS host
  FROM loaded l
 CROSS JOIN code c ON c.kind = 'org' AND c.code = l.id
 WHERE l.kind = 'org';

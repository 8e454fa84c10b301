-- A request to the methodical service; its number is the seq of its entry (view request_number).
CREATE TABLE request (
  seq         INTEGER NOT NULL,
  by_         TEXT    NOT NULL,
  day         INTEGER NOT NULL,
  person      INTEGER,                 -- who asks; null: a group does
  grp         INTEGER,
  taker       INTEGER,                 -- who takes it
  theme       TEXT,
  units       TEXT    NOT NULL,        -- JSON: ids that it points to
  competences TEXT    NOT NULL,        -- JSON
  words       TEXT,                    -- hash of its text
  own         INTEGER NOT NULL,
  origin      INTEGER NOT NULL,
  PRIMARY KEY (seq, by_)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_person ON request (person, day);
SELECT f.seq, f.origin_code AS by_, coalesce(f.day, 0) AS day, f.person, g.id AS grp, t.id AS taker,
       CAST(f.data ->> '$.theme' AS TEXT) AS theme,
       CASE json_type(f.data, '$.unit') WHEN 'array' THEN f.data -> '$.unit' ELSE '[]' END AS units,
       CASE json_type(f.data, '$.competence') WHEN 'array' THEN f.data -> '$.competence' ELSE '[]' END AS competences,
       CAST(f.data ->> '$.text' AS TEXT) AS words, f.own, f.origin
  FROM fresh f
  LEFT JOIN code g ON g.kind = 'group' AND g.code = f.data ->> '$.group'
  LEFT JOIN code t ON t.kind = 'person' AND t.code = f.data ->> '$.taken_by'
 WHERE f.verb = 'request';

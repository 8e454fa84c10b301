-- What a year wants: targets, of which so many are counted, and milestones, which are reached or counted.
CREATE TABLE goal (
  edition INTEGER NOT NULL,
  kind    TEXT    NOT NULL,            -- target, milestone
  id      TEXT    NOT NULL,
  ord     INTEGER NOT NULL,
  title   TEXT    NOT NULL,            -- one language, or JSON of several
  due     TEXT    NOT NULL,            -- as written: eoy, h1, q2 …
  day     INTEGER,                     -- the day that was written; null: a word
  year    INTEGER,                     -- of a word; null: of whatever year is looked at
  counts  TEXT,                        -- event:webinar, iop:approved …
  plan    INTEGER NOT NULL,
  done    INTEGER,                     -- the day that the definition gives
  product TEXT,
  responsible TEXT,                    -- a person's full code
  PRIMARY KEY (edition, kind, id)
) STRICT, WITHOUT ROWID;
SELECT l.edition, l.kind, l.id, l.ord, l.body ->> '$.title' AS title, l.body ->> '$.due' AS due,
       CAST(julianday(CASE WHEN l.body ->> '$.due' GLOB '[0-9][0-9][0-9][0-9]-*' THEN l.body ->> '$.due' END) - 2440587.5 AS INTEGER) AS day,
       l.body ->> '$.year' AS year, l.body ->> '$.count_of' AS counts, coalesce(l.body ->> '$.count', 1) AS plan,
       CAST(julianday(l.body ->> '$.done') - 2440587.5 AS INTEGER) AS done,
       l.body ->> '$.product' AS product, l.body ->> '$.responsible' AS responsible
  FROM loaded l
 WHERE l.kind IN ('target', 'milestone');

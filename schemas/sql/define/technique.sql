-- Techniques: how two people work in a meeting.
CREATE TABLE technique (
  edition INTEGER NOT NULL,
  id      TEXT    NOT NULL,
  title   TEXT    NOT NULL,            -- one language, or JSON of several
  minutes INTEGER NOT NULL,            -- of a meeting
  pair    TEXT    NOT NULL,            -- any, other_text, swap
  signs   INTEGER NOT NULL,            -- how many different people sign a result
  launch  INTEGER NOT NULL,            -- learners of one launch
  trio    INTEGER NOT NULL,            -- 1: three may work together where one is left over
  PRIMARY KEY (edition, id)
) STRICT, WITHOUT ROWID;
WITH body AS (
  SELECT l.edition, l.id, l.body FROM loaded l WHERE l.kind = 'technique'
  UNION ALL
  SELECT p.edition, j.value ->> '$.id', j.value            -- those built in, unless the programme has its own of that id
    FROM loaded p
   CROSS JOIN json_each(nsi_techniques()) j
   WHERE p.kind = 'programme'
     AND NOT EXISTS (SELECT 1 FROM loaded o WHERE o.edition = p.edition AND o.kind = 'technique' AND o.id = j.value ->> '$.id')
)
SELECT b.edition, b.id, coalesce(b.body ->> '$.title', b.id) AS title, coalesce(CAST(b.body ->> '$.minutes' AS INTEGER), 10) AS minutes,
       coalesce(b.body ->> '$.pair', 'any') AS pair, coalesce(CAST(b.body ->> '$.signatures' AS INTEGER), 1) AS signs,
       coalesce(CAST(b.body ->> '$.launch_size' AS INTEGER), 6) AS launch, coalesce(b.body ->> '$.trio', 0) IN (1, 'true') AS trio
  FROM body b;

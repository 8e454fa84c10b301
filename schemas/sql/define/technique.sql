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
SELECT l.edition, l.id, coalesce(l.body ->> '$.title', l.id) AS title, coalesce(CAST(l.body ->> '$.minutes' AS INTEGER), 10) AS minutes,
       coalesce(l.body ->> '$.pair', 'any') AS pair, coalesce(CAST(l.body ->> '$.signatures' AS INTEGER), 1) AS signs,
       coalesce(CAST(l.body ->> '$.launch_size' AS INTEGER), 6) AS launch, coalesce(l.body ->> '$.trio', 0) IN (1, 'true') AS trio
  FROM loaded l
 WHERE l.kind = 'technique';

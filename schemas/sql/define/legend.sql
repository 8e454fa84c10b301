-- Marks of the board that differ from the built-in ones.
CREATE TABLE legend (
  edition INTEGER NOT NULL,
  state   TEXT    NOT NULL,
  mark    TEXT,
  plain   TEXT,
  word    TEXT,
  PRIMARY KEY (edition, state)
) STRICT, WITHOUT ROWID;
SELECT l.edition, l.id AS state, l.body ->> '$.mark' AS mark, l.body ->> '$.plain' AS plain, l.body ->> '$.word' AS word
  FROM loaded l
 WHERE l.kind = 'legend';

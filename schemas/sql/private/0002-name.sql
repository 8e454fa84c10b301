-- For finding people: names as they are compared, of those texts that are names.
CREATE TABLE name (
  hash   TEXT NOT NULL PRIMARY KEY REFERENCES text (hash) ON DELETE CASCADE,
  family TEXT NOT NULL,                -- surname, folded
  folded TEXT NOT NULL                 -- the whole, folded
) STRICT, WITHOUT ROWID;
CREATE INDEX name_family ON name (family);

-- What must not leave the school. An entry names a text by its hash; nothing here names an entry.

CREATE TABLE text (
  id   INTEGER PRIMARY KEY,            -- in the order of keeping: what is new since the last sweep
  hash TEXT    NOT NULL UNIQUE,        -- BLAKE2b of salt and body, hex: what stands in the entry
  salt BLOB    NOT NULL,               -- without it nobody guesses a short text from its hash
  body TEXT    NOT NULL
) STRICT;

CREATE TABLE swept (                   -- one row
  upto INTEGER NOT NULL                -- texts up to this id were found to have an entry
) STRICT;
INSERT INTO swept (upto) VALUES (0);

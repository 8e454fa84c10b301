-- What is kept: everything else in the database is made from these tables (see fact/, define/, view/).

CREATE TABLE setting (
  key   TEXT NOT NULL PRIMARY KEY,     -- org, title, lang, zone, actor, names.print …
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE code (                    -- the dictionary: numbers inside, codes outside
  id   INTEGER PRIMARY KEY,            -- local: another database has other numbers
  kind TEXT NOT NULL,                  -- person, unit, part, org, group, edition, actor …
  code TEXT NOT NULL,                  -- of a person always with the organisation of his birth: s161/p07
  UNIQUE (kind, code)
) STRICT;

CREATE TABLE origin (                  -- where entries are born: a database
  id      INTEGER PRIMARY KEY,         -- local
  code    TEXT    NOT NULL UNIQUE,     -- the same everywhere
  own     INTEGER NOT NULL,            -- 1: said here (a restored copy has several)
  seq     INTEGER NOT NULL DEFAULT 0,  -- of its newest entry that is here
  lamport INTEGER NOT NULL DEFAULT 0,  -- the highest seen in its acts
  read    INTEGER NOT NULL DEFAULT 0   -- entries 1 … read are in the facts; never past a hole
) STRICT;

CREATE TABLE act (                     -- one command: the atom of undo, of the chain, of exchange
  origin  INTEGER NOT NULL REFERENCES origin,
  seq     INTEGER NOT NULL,            -- of its first entry
  last    INTEGER NOT NULL,            -- of its last
  lamport INTEGER NOT NULL,            -- order between origins: highest seen + 1
  actor   TEXT    NOT NULL,            -- who says so: a code or "methodist"
  at      INTEGER NOT NULL,            -- seconds since 1970 UTC by the clock there: information only
  link    BLOB    NOT NULL,            -- BLAKE2b of the link before and of the lines of this act
  PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (                   -- one thing said; never changed, never deleted
  origin    INTEGER NOT NULL REFERENCES origin,
  seq       INTEGER NOT NULL,          -- 1, 2, 3 … of its origin
  act       INTEGER NOT NULL,          -- seq of its act
  verb      TEXT    NOT NULL,
  day       INTEGER,                   -- on which day it was so (days since 1970); null: from before all days
  tm        INTEGER,                   -- order inside the day; null: not known
  person    INTEGER,
  unit      INTEGER,
  part      INTEGER,
  peer      INTEGER,                   -- who taught
  checker   INTEGER,
  session   INTEGER,
  quantum   INTEGER,
  about     TEXT,                      -- another act: code of its origin …
  about_seq INTEGER,                   -- … and its seq
  data      TEXT,                      -- what has no column, as JSON; persons by full code
  PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE secret (                  -- which private texts have an entry, live or undone
  hash   TEXT    NOT NULL,             -- as it stands in the entry's data
  origin INTEGER NOT NULL,
  seq    INTEGER NOT NULL,
  PRIMARY KEY (hash, origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE span (                    -- the entries being read now; empty between commands
  origin INTEGER NOT NULL,
  first  INTEGER NOT NULL,
  last   INTEGER NOT NULL
) STRICT;

CREATE TABLE edition (                 -- of definitions
  id   INTEGER PRIMARY KEY REFERENCES code,  -- the dictionary's number of its hash
  kind TEXT NOT NULL,                  -- programme, rest
  hash TEXT NOT NULL UNIQUE            -- SHA-256 of its items, hex
) STRICT;

CREATE TABLE item (                    -- one object of a definition
  edition INTEGER NOT NULL REFERENCES edition,
  kind    TEXT    NOT NULL,            -- unit, module, participant …
  id      TEXT    NOT NULL,
  ord     INTEGER NOT NULL,            -- order of the files
  body    TEXT    NOT NULL,            -- canonical JSON
  PRIMARY KEY (edition, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE loading (                 -- the editions being read now; empty between commands
  edition INTEGER NOT NULL
) STRICT;

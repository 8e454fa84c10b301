-- Which editions of the definitions hold from now on; the newest word of our own origins holds.
CREATE TABLE edition_word (
  lamport   INTEGER NOT NULL,
  by_       TEXT    NOT NULL,
  seq       INTEGER NOT NULL,
  day       INTEGER NOT NULL,          -- when it was said
  programme INTEGER NOT NULL,
  rest      INTEGER NOT NULL,
  own       INTEGER NOT NULL,
  origin    INTEGER NOT NULL,
  PRIMARY KEY (lamport, by_, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_word_programme ON edition_word (programme);
SELECT f.lamport, f.origin_code AS by_, f.seq, coalesce(f.day, 0) AS day, p.id AS programme, r.id AS rest, f.own, f.origin
  FROM fresh f
 CROSS JOIN code p ON p.kind = 'edition' AND p.code = f.data ->> '$.programme'
 CROSS JOIN code r ON r.kind = 'edition' AND r.code = f.data ->> '$.rest'
 WHERE f.verb = 'edition';

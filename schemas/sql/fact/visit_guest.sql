-- Who comes to see a lesson.
CREATE TABLE visit_guest (
  about_seq INTEGER NOT NULL,
  about     TEXT    NOT NULL,
  person    INTEGER NOT NULL,
  lamport   INTEGER NOT NULL,
  by_       TEXT    NOT NULL,
  seq       INTEGER NOT NULL,
  day       INTEGER NOT NULL,          -- on which this was said
  origin    INTEGER NOT NULL,
  PRIMARY KEY (about_seq, about, person, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_guest_person ON visit_guest (person);
SELECT about_seq, about, person, lamport, origin_code AS by_, seq, coalesce(day, 0) AS day, origin
  FROM fresh
 WHERE verb = 'attend' AND person IS NOT NULL AND about IS NOT NULL AND about_seq IS NOT NULL;

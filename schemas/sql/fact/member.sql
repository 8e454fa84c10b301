-- Who belongs to a group since when, or no more; the newest word of a person and group holds.
CREATE TABLE member (
  grp     INTEGER NOT NULL,
  person  INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  joined  INTEGER NOT NULL,            -- 0: left it
  origin  INTEGER NOT NULL,
  PRIMARY KEY (grp, person, day, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_person ON member (person, grp);
SELECT g.id AS grp, f.person, coalesce(f.day, 0) AS day, f.lamport, f.origin_code AS by_, f.seq,
       f.data ->> '$.off' IS NULL AS joined, f.origin
  FROM fresh f
 CROSS JOIN code g ON g.kind = 'group' AND g.code = f.data ->> '$.group'
 WHERE f.verb = 'member' AND f.person IS NOT NULL;

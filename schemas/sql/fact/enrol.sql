-- Who takes part, since when, where and as what; the newest word holds (view person).
CREATE TABLE enrol (
  person  INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  bare    TEXT    NOT NULL,            -- the code without the organisation of birth
  org     INTEGER NOT NULL,            -- present organisation
  post    TEXT,
  subject TEXT,
  name    TEXT,                        -- hash of the name in the private file; null: says nothing of it
  origin  INTEGER NOT NULL,
  PRIMARY KEY (person, day, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX enrol_bare ON enrol (bare);
CREATE INDEX enrol_org ON enrol (org, person);
CREATE INDEX enrol_name ON enrol (name);
SELECT f.person, coalesce(f.day, 0) AS day, f.lamport, f.origin_code AS by_, f.seq,
       substr(p.code, instr(p.code, '/') + 1) AS bare, o.id AS org,
       CAST(f.data ->> '$.post' AS TEXT) AS post, CAST(f.data ->> '$.subject' AS TEXT) AS subject,
       CASE WHEN f.own THEN CAST(f.data ->> '$.name' AS TEXT) END AS name, f.origin
  FROM fresh f
 CROSS JOIN code p ON p.id = f.person
 CROSS JOIN code o ON o.kind = 'org' AND o.code = f.data ->> '$.org'
 WHERE f.verb IN ('enrol', 'transfer');

-- What somebody is to take in a saved session: of whom, in which round.
CREATE TABLE pairing_take (
  person  INTEGER NOT NULL,
  unit    INTEGER NOT NULL,
  session INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  round   INTEGER NOT NULL,
  part    INTEGER NOT NULL,            -- 0: the whole unit
  giver   INTEGER NOT NULL,
  day     INTEGER NOT NULL,            -- on which this was said
  origin  INTEGER NOT NULL,
  PRIMARY KEY (person, unit, session, lamport, by_, seq, round, part, giver)
) STRICT, WITHOUT ROWID;
CREATE INDEX pairing_take_giver ON pairing_take (giver, session);
CREATE INDEX pairing_take_session ON pairing_take (session, lamport, by_, seq);
WITH r AS MATERIALIZED (
  SELECT f.session, f.lamport, f.origin_code AS by_, f.seq, coalesce(f.day, 0) AS day, f.origin,
         coalesce(CAST(j.value ->> '$.round' AS INTEGER), 0) AS round, j.value AS row
    FROM fresh f
   CROSS JOIN json_each(f.data, '$.rows') j ON j.type = 'object'
   WHERE f.verb = 'pair' AND f.session IS NOT NULL
), side AS (
  SELECT r.*, row ->> '$.b' AS who, row ->> '$.a' AS from_, row ->> '$.a_gives' AS thing FROM r
  UNION ALL SELECT r.*, row ->> '$.a', row ->> '$.b', row ->> '$.b_gives' FROM r
  UNION ALL SELECT r.*, row ->> '$.c', row ->> '$.a', row ->> '$.a_gives' FROM r
  UNION ALL SELECT r.*, row ->> '$.c', row ->> '$.b', row ->> '$.b_gives' FROM r
  UNION ALL SELECT r.*, row ->> '$.a', row ->> '$.c', row ->> '$.c_gives' FROM r
  UNION ALL SELECT r.*, row ->> '$.b', row ->> '$.c', row ->> '$.c_gives' FROM r
)
SELECT p.id AS person, u.id AS unit, s.session, s.lamport, s.by_, s.seq, s.round, coalesce(t.id, 0) AS part, g.id AS giver, s.day, s.origin
  FROM side s
 CROSS JOIN code p ON p.kind = 'person' AND p.code = s.who
 CROSS JOIN code g ON g.kind = 'person' AND g.code = s.from_
 CROSS JOIN code u ON u.kind = 'unit' AND u.code = substr(s.thing, 1, instr(s.thing || '.', '.') - 1)
  LEFT JOIN code t ON t.kind = 'part' AND t.code = s.thing;

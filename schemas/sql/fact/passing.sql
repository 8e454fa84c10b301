-- Somebody showed a quantum to somebody in a meeting.
CREATE TABLE passing (
  quantum INTEGER NOT NULL,
  giver   INTEGER NOT NULL,
  person  INTEGER NOT NULL,            -- who received it
  day     INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  PRIMARY KEY (quantum, giver, person, day, origin, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX passing_person ON passing (person, quantum);
CREATE INDEX passing_giver ON passing (giver, quantum);
SELECT quantum, peer AS giver, person, coalesce(day, 0) AS day, origin, seq, lamport, origin_code AS by_
  FROM fresh
 WHERE verb = 'pass' AND quantum IS NOT NULL AND person IS NOT NULL AND peer IS NOT NULL;

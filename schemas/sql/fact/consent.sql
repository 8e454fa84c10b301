-- Who agreed to what may be done with his data, and who took it back; the newest word of a scope holds.
CREATE TABLE consent (
  person  INTEGER NOT NULL,
  scope   TEXT    NOT NULL,            -- internal, network, public
  day     INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  given   INTEGER NOT NULL,            -- 0: withdrawn
  origin  INTEGER NOT NULL,
  PRIMARY KEY (person, scope, day, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT person, CAST(data ->> '$.scope' AS TEXT) AS scope, coalesce(day, 0) AS day, lamport, origin_code AS by_, seq,
       data ->> '$.withdraw' IS NULL AS given, origin
  FROM fresh
 WHERE verb = 'consent' AND person IS NOT NULL AND data ->> '$.scope' IS NOT NULL;

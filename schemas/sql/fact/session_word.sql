-- What was said of a session: planned, moved, cancelled, held, recorded; the newest word holds (view session_state).
CREATE TABLE session_word (
  session INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  day     INTEGER NOT NULL,            -- on which it was held, else decided
  verb    TEXT    NOT NULL,
  event   TEXT    NOT NULL,            -- its id and kind in the cyclogram when this was said
  kind    TEXT    NOT NULL,
  moved   INTEGER,                     -- to which day
  present INTEGER,                     -- how many were there
  origin  INTEGER NOT NULL,
  PRIMARY KEY (session, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_word_kind ON session_word (kind, verb, day);
SELECT session, lamport, origin_code AS by_, seq, coalesce(day, 0) AS day, verb,
       coalesce(CAST(data ->> '$.event' AS TEXT), '') AS event, coalesce(CAST(data ->> '$.kind' AS TEXT), '') AS kind,
       CAST(julianday(data ->> '$.to') - 2440587.5 AS INTEGER) AS moved,
       CAST(data ->> '$.present' AS INTEGER) AS present, origin
  FROM fresh
 WHERE verb IN ('pair', 'move', 'cancel', 'hold', 'record') AND session IS NOT NULL;

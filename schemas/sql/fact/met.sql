-- Who met whom in a recorded session, both ways; who had nobody met 0.
CREATE TABLE met (
  person  INTEGER NOT NULL,
  other   INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  tm      INTEGER NOT NULL,
  session INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  round   INTEGER NOT NULL,
  kind    TEXT    NOT NULL,            -- teach, launch, co_study, discuss, drill, check, visit, show, idle
  PRIMARY KEY (person, other, day, tm, session, origin, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX met_session ON met (session, round);
WITH x AS MATERIALIZED (
  SELECT f.person AS a, f.peer AS b, coalesce(f.day, 0) AS day, coalesce(f.tm, 0) AS tm, f.session, f.origin, f.seq,
         coalesce(CAST(f.data ->> '$.round' AS INTEGER), 0) AS round, coalesce(CAST(f.data ->> '$.kind' AS TEXT), 'teach') AS kind
    FROM fresh f
   WHERE f.verb = 'meet' AND f.person IS NOT NULL AND f.session IS NOT NULL
)
SELECT a AS person, coalesce(b, 0) AS other, day, tm, session, origin, seq, round, kind FROM x
 UNION ALL
SELECT b, a, day, tm, session, origin, seq, round, kind FROM x WHERE b IS NOT NULL;

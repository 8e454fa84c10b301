-- Somebody taught somebody a unit, or a part of it.
CREATE TABLE taught (
  giver   INTEGER NOT NULL,
  unit    INTEGER NOT NULL,
  learner INTEGER NOT NULL,
  part    INTEGER NOT NULL,            -- 0: the whole unit
  day     INTEGER NOT NULL,
  origin  INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  done    INTEGER NOT NULL,            -- 1: it ended well: in a meeting, or in a check that succeeded
  PRIMARY KEY (giver, unit, learner, part, day, origin, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX taught_learner ON taught (learner, unit, day);
SELECT peer AS giver, unit, person AS learner, coalesce(part, 0) AS part, coalesce(day, 0) AS day,
       origin, seq, verb = 'master' OR tm IS NOT NULL AS done
  FROM fresh
 WHERE verb IN ('start', 'master')
   AND peer IS NOT NULL AND person IS NOT NULL AND unit IS NOT NULL;

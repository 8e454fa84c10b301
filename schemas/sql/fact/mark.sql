-- A step of a person on a unit: on which day, and which entry says so.
CREATE TABLE mark (
  person  INTEGER NOT NULL,
  unit    INTEGER NOT NULL,
  part    INTEGER NOT NULL,            -- 0: the whole unit
  step    INTEGER NOT NULL,            -- 0 bears no more, 2 started, 3 credited, 4 mastered, 5 bears
  day     INTEGER NOT NULL,            -- 0: from before all days
  tm      INTEGER NOT NULL,            -- order inside the day; 0: not known
  origin  INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  by_     TEXT    NOT NULL,            -- code of the origin that says it
  PRIMARY KEY (person, unit, part, step, day, tm, origin, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX mark_unit ON mark (unit, step, person, part, day);
CREATE INDEX mark_met ON mark (person, unit) WHERE tm > 0;       -- taken in a session
SELECT person, unit, coalesce(part, 0) AS part,
       CASE verb WHEN 'unbear' THEN 0 WHEN 'start' THEN 2 WHEN 'credit' THEN 3 WHEN 'master' THEN 4 ELSE 5 END AS step,
       coalesce(day, 0) AS day, coalesce(tm, 0) AS tm, origin, seq, lamport, origin_code AS by_
  FROM fresh
 WHERE verb IN ('start', 'credit', 'master', 'bear', 'unbear')
   AND person IS NOT NULL AND unit IS NOT NULL;

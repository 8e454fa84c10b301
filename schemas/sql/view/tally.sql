-- How many can teach each unit and how many wait for it, as differences by day; only of a large school, and only once
-- somebody has asked (lib/store/tally.h). The row of unit 0 says that all the others are there.
CREATE TABLE tally (
  year INTEGER NOT NULL,               -- 0: who can teach; else who waits in that school year
  unit INTEGER NOT NULL,
  day  INTEGER NOT NULL,
  n    INTEGER NOT NULL,               -- from this day on so many more; of unit 0 how many people are counted
  PRIMARY KEY (year, unit, day)
) STRICT, WITHOUT ROWID;

-- The hash of everybody's name, as the newest enrolment that gives one has it.
CREATE VIEW named AS
SELECT e.person, e.name
  FROM enrol e
 WHERE e.name IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM enrol x
                    WHERE x.person = e.person AND x.name IS NOT NULL AND (x.lamport, x.by_, x.seq) > (e.lamport, e.by_, e.seq));

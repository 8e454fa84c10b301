-- The plan of a person for a year, each since the day it was said until the next.
CREATE VIEW iop AS
SELECT p.person, p.year, p.edition, p.day AS since,
       coalesce((SELECT min(n.day) FROM plan n
                  WHERE n.person = p.person AND n.year = p.year
                    AND (n.lamport, n.by_, n.seq) > (p.lamport, p.by_, p.seq)), 99999) AS until,
       p.origin, p.seq, p.lamport
  FROM plan p;

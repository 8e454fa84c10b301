-- Who belongs to which group, since and until which day.
CREATE VIEW membership AS
SELECT m.grp, m.person, m.day AS since,
       coalesce((SELECT min(x.day) FROM member x
                  WHERE x.grp = m.grp AND x.person = m.person
                    AND (x.day, x.lamport, x.by_, x.seq) > (m.day, m.lamport, m.by_, m.seq)), 99999) AS until
  FROM member m
 WHERE m.joined = 1;

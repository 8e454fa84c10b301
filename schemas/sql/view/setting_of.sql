-- What is set of a person (JSON), each since the day it was said until the next word of its key.
CREATE VIEW setting_of AS
SELECT t.person, t.key, t.value, t.day AS since,
       coalesce((SELECT min(x.day) FROM trait x
                  WHERE x.person = t.person AND x.key = t.key
                    AND (x.lamport, x.by_, x.seq) > (t.lamport, t.by_, t.seq)), 99999) AS until
  FROM trait t;

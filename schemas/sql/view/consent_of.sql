-- Who has agreed to what, since and until which day.
CREATE VIEW consent_of AS
SELECT c.person, c.scope, c.day AS since,
       coalesce((SELECT min(x.day) FROM consent x
                  WHERE x.person = c.person AND x.scope = c.scope
                    AND (x.day, x.lamport, x.by_, x.seq) > (c.day, c.lamport, c.by_, c.seq)), 99999) AS until
  FROM consent c
 WHERE c.given = 1;

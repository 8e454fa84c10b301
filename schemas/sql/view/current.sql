-- The editions of programme and rest, each since the day it was said until the next.
CREATE VIEW current AS
SELECT w.programme, w.rest, w.day AS since,
       coalesce((SELECT min(x.day) FROM edition_word x
                  WHERE x.own = 1 AND (x.lamport, x.by_, x.seq) > (w.lamport, w.by_, w.seq)), 99999) AS until,
       w.lamport
  FROM edition_word w
 WHERE w.own = 1;

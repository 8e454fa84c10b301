-- What a closed year froze: the rows of its newest closing, while it is closed.
CREATE VIEW frozen AS
SELECT s.year, s.kind, s.ord, s.body
  FROM year_state y
 CROSS JOIN shot s ON s.year = y.year
 WHERE y.newest = 1 AND y.state = 'closed'
   AND (s.lamport, s.by_) = (SELECT x.lamport, x.by_ FROM shot x WHERE x.year = s.year ORDER BY x.lamport DESC, x.by_ DESC LIMIT 1);

-- A fact is never dated after today.
-- only when said
SELECT f.origin, f.seq, '{on} is after today' AS reason
  FROM fresh f
 WHERE f.day > :today AND f.verb NOT IN ('bear', 'unbear');

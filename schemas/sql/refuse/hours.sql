-- Hours are more than none.
SELECT f.origin, f.seq, 'the hours of {person} must be more than 0' AS reason
  FROM fresh f
 WHERE f.verb = 'set' AND f.data ->> '$.key' IN ('capacity', 'hours_week')
   AND f.data -> '$.value' <> 'null' AND NOT (f.data ->> '$.value' + 0.0 > 0);

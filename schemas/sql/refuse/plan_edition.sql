-- A plan stands on an edition of the programme that was loaded.
SELECT f.origin, f.seq, 'the plan of {person} stands on an edition that is no longer loaded' AS reason
  FROM fresh f
 CROSS JOIN code c ON c.kind = 'edition' AND c.code = f.data ->> '$.edition'
 WHERE f.verb = 'plan'
   AND NOT EXISTS (SELECT 1 FROM edition_word w WHERE w.programme = c.id);

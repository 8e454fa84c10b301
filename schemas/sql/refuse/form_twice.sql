-- What is filled at one time says each block of a programme once: of two words the last would win unseen.
-- only when said
SELECT f.origin, f.seq, '{person}: {block} stands twice' AS reason
  FROM (SELECT f.*, row_number() OVER (PARTITION BY f.origin, f.lamport, f.person, f.data ->> '$.year', f.data ->> '$.block'
                                       ORDER BY f.seq) AS nth
          FROM fresh f
         WHERE f.verb = 'form') f
 WHERE f.nth > 1;

-- A group that was dissolved is not dissolved again, and nobody joins it.
SELECT f.origin, f.seq,
       CASE f.verb WHEN 'dissolve' THEN '{group} was dissolved on {closed} already'
                   ELSE '{group} was dissolved on {closed}: {person} cannot join it' END AS reason,
       date(2440587.5 + d.day) AS closed
  FROM fresh f
 CROSS JOIN code g ON g.kind = 'group' AND g.code = f.data ->> '$.group'
 CROSS JOIN dissolved d ON d.grp = g.id
 WHERE f.verb IN ('dissolve', 'member') AND f.data ->> '$.off' IS NULL
   AND (d.lamport, d.by_, d.seq) < (f.lamport, f.origin_code, f.seq);

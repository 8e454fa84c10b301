-- A session is moved to another day, one of a school year.
-- only when said
SELECT f.origin, f.seq,
       CASE WHEN w.moved = coalesce((SELECT x.moved FROM session_word x
                                      WHERE x.session = f.session AND x.verb = 'move' AND (x.lamport, x.by_, x.seq) < (w.lamport, w.by_, w.seq)
                                      ORDER BY x.lamport DESC, x.by_ DESC, x.seq DESC LIMIT 1), o.day)
            THEN '{session} is on {to} already' ELSE 'no school year holds {to}' END AS reason
  FROM fresh f
 CROSS JOIN session_word w ON w.session = f.session AND w.lamport = f.lamport AND w.by_ = f.origin_code AND w.seq = f.seq
 CROSS JOIN code c ON c.id = f.session
  LEFT JOIN occurrence o ON o.edition = :rest AND o.session = c.code
 WHERE f.verb = 'move'
   AND (w.moved = coalesce((SELECT x.moved FROM session_word x
                             WHERE x.session = f.session AND x.verb = 'move' AND (x.lamport, x.by_, x.seq) < (w.lamport, w.by_, w.seq)
                             ORDER BY x.lamport DESC, x.by_ DESC, x.seq DESC LIMIT 1), o.day)
        OR EXISTS (SELECT 1 FROM calendar k WHERE k.edition = :rest AND k.org = :org)
           AND NOT EXISTS (SELECT 1 FROM calendar k WHERE k.edition = :rest AND k.org = :org AND w.moved BETWEEN k.since AND k.until));

-- A retired quantum is neither tried nor shown, adopted, reviewed or retired, until its steps change.
SELECT f.origin, f.seq, '{quantum} is retired since {retired}: on {on} it is in use no more' AS reason, date(2440587.5 + w.day) AS retired
  FROM fresh f
 CROSS JOIN quantum_word w ON w.quantum = f.quantum AND w.verb = 'retire'
 WHERE f.verb IN ('try', 'pass', 'adopt', 'review', 'retire')
   AND w.steps = coalesce(f.data ->> '$.steps', '')
   AND CASE f.verb WHEN 'retire' THEN (w.lamport, w.by_, w.seq) < (f.lamport, f.origin_code, f.seq)
            ELSE (w.day, w.lamport, w.by_, w.seq) < (f.day, f.lamport, f.origin_code, f.seq) END;

-- What was held is neither moved nor cancelled, planned nor held again.
SELECT f.origin, f.seq, '{session} was held on {held}: take that back first' AS reason, date(2440587.5 + w.day) AS held
  FROM fresh f
 CROSS JOIN session_word w ON w.session = f.session AND w.verb IN ('hold', 'record')
 WHERE (f.verb IN ('move', 'cancel', 'pair', 'record') OR f.verb = 'hold' AND w.verb = 'record')
   AND (w.lamport, w.by_, w.seq) < (f.lamport, f.origin_code, f.seq);

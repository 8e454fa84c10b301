-- What was cancelled is not held, nor cancelled again.
SELECT f.origin, f.seq,
       CASE f.verb WHEN 'hold' THEN '{session} was cancelled: move it, or take that back first'
            ELSE '{session} is cancelled already' END AS reason
  FROM fresh f
 WHERE f.verb IN ('hold', 'cancel')
   AND 'cancel' = (SELECT w.verb FROM session_word w
                    WHERE w.session = f.session AND (w.lamport, w.by_, w.seq) < (f.lamport, f.origin_code, f.seq)
                    ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1);

-- What was cancelled is neither planned nor held, nor cancelled again.
SELECT f.origin, f.seq,
       CASE f.verb WHEN 'cancel' THEN '{session} is cancelled already'
            ELSE '{session} was cancelled: move it, or take that back first' END AS reason
  FROM fresh f
 WHERE f.verb IN ('pair', 'record', 'hold', 'cancel')
   AND 'cancel' = (SELECT w.verb FROM session_word w
                    WHERE w.session = f.session AND (w.lamport, w.by_, w.seq) < (f.lamport, f.origin_code, f.seq)
                    ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1);

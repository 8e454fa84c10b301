-- A request is answered and closed after it was made, and not when it is closed already.
SELECT f.origin, f.seq,
       CASE WHEN r.seq IS NULL THEN 'request {which} is taken back'
            WHEN f.day < r.day THEN '{on} is before request {number}, which is of {asked}'
            ELSE 'request {number} is closed already, on {closed}' END AS reason,
       f.about_seq AS which, date(2440587.5 + r.day) AS asked,
       date(2440587.5 + (SELECT w.day FROM request_word w
                          WHERE w.about_seq = f.about_seq AND w.about = f.about AND w.verb = 'settle'
                            AND (w.lamport, w.by_, w.seq) < (f.lamport, f.origin_code, f.seq))) AS closed
  FROM fresh f
  LEFT JOIN request r ON r.seq = f.about_seq AND r.by_ = f.about
 WHERE f.verb IN ('answer', 'settle')
   AND (r.seq IS NULL OR f.day < r.day
        OR EXISTS (SELECT 1 FROM request_word w
                    WHERE w.about_seq = f.about_seq AND w.about = f.about AND w.verb = 'settle'
                      AND (w.lamport, w.by_, w.seq) < (f.lamport, f.origin_code, f.seq)));

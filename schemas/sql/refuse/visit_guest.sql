-- Who comes to see a lesson takes part on that day, without a pause, is not its host and comes once; while there are seats.
SELECT w.origin, w.seq,
       CASE WHEN w.gone THEN 'the visit to which {person} comes is taken back'
            WHEN w.host THEN '{person} shows the lesson of {number}'
            WHEN w.twice THEN '{person} comes to {number} already'
            WHEN w.away THEN '{person} takes no part on {visited}'
            WHEN w.pauses THEN '{person} takes a pause on {visited}'
            WHEN w.elsewhere THEN '{person} is at another lesson at that time: lesson {lesson} of {visited}'
            ELSE '{number} has {seats} seats, all are taken: not for {person}' END AS reason,
       date(2440587.5 + w.day) AS visited, w.lesson, w.seats
  FROM (SELECT f.origin, f.seq, v.day, v.lesson, v.seats, v.seq IS NULL AS gone, v.host = f.person AS host,
               EXISTS (SELECT 1 FROM visit_guest g
                        WHERE g.about_seq = f.about_seq AND g.about = f.about AND g.person = f.person
                          AND (g.lamport, g.by_, g.seq) < (f.lamport, f.origin_code, f.seq)) AS twice,
               NOT EXISTS (SELECT 1 FROM person p WHERE p.id = f.person AND p.since <= v.day AND v.day < p.until) AS away,
               EXISTS (SELECT 1 FROM pause x WHERE x.person = f.person AND v.day BETWEEN x.since AND x.until) AS pauses,
               EXISTS (SELECT 1 FROM visit x
                        WHERE x.host = f.person AND x.day = v.day AND x.lesson = v.lesson AND (x.seq, x.by_) <> (v.seq, v.by_))
               OR EXISTS (SELECT 1 FROM visit_guest g
                           CROSS JOIN visit x ON x.seq = g.about_seq AND x.by_ = g.about AND x.day = v.day AND x.lesson = v.lesson
                           WHERE g.person = f.person AND (x.seq, x.by_) <> (v.seq, v.by_)
                             AND (g.lamport, g.by_, g.seq) < (f.lamport, f.origin_code, f.seq)) AS elsewhere,
               coalesce((SELECT count(*) FROM visit_guest g
                          WHERE g.about_seq = f.about_seq AND g.about = f.about
                            AND (g.lamport, g.by_, g.seq) <= (f.lamport, f.origin_code, f.seq)) > v.seats, 0) AS full
          FROM fresh f
          LEFT JOIN visit v ON v.seq = f.about_seq AND v.by_ = f.about
         WHERE f.verb = 'attend') w
 WHERE w.gone OR w.host OR w.twice OR w.away OR w.pauses OR w.elsewhere OR w.full;

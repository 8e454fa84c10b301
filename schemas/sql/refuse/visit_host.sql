-- Who shows a lesson takes part on that day, without a pause, and shows one at a time; the day lies in a school year.
-- only when said
SELECT w.origin, w.seq,
       CASE WHEN w.away THEN '{person} takes no part on {day}'
            WHEN w.pauses THEN '{person} takes a pause on {day}'
            WHEN w.twice THEN '{person} shows lesson {lesson} of {day} already'
            ELSE 'no school year holds {day}' END AS reason
  FROM (SELECT f.origin, f.seq,
               NOT EXISTS (SELECT 1 FROM person p WHERE p.id = v.host AND p.since <= v.day AND v.day < p.until) AS away,
               EXISTS (SELECT 1 FROM pause x WHERE x.person = v.host AND v.day BETWEEN x.since AND x.until) AS pauses,
               EXISTS (SELECT 1 FROM visit x
                        WHERE x.host = v.host AND x.day = v.day AND x.lesson = v.lesson AND (x.seq, x.by_) <> (v.seq, v.by_)) AS twice,
               EXISTS (SELECT 1 FROM calendar k WHERE k.edition = :rest AND k.org = :org)
               AND NOT EXISTS (SELECT 1 FROM calendar k
                                WHERE k.edition = :rest AND k.org = :org AND v.day BETWEEN k.since AND k.until) AS outside
          FROM fresh f
         CROSS JOIN visit v ON v.seq = f.seq AND v.by_ = f.origin_code
         WHERE f.verb = 'visit') w
 WHERE w.away OR w.pauses OR w.twice OR w.outside;

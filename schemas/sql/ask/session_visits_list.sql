-- Lessons that are shown to others: when, by whom, what of, who comes to see them.
-- :on    day   as it was on this day = today
-- :year  year  the school year, by the year it ends in
-- filter: quantum_id day visit search
-- scans: visit every visit is listed
--
-- A visit counts as showing and as attendance, never as mastering. "free": seats that nobody has taken yet; empty where
-- as many may come as want to.
SELECT q.number      AS visit,       -- id      Visit
       q.day         AS date,        -- day     Date
       q.lesson      AS lesson,      -- int     Lesson
       q.class       AS class,       -- text    Class
       q.host        AS host,        -- person  Host
       q.code        AS quantum,     -- id      Quantum
       q.seats       AS seats,       -- int     Seats
       q.guests      AS guests,      -- people  Guests
       q.seats - q.many
                     AS free,        -- int     Free
       q.quantum_id  AS quantum_id,  -- key
       q.day         AS day,         -- key
       q.search      AS search       -- key
  FROM (SELECT v.seq, v.by_, v.day, v.lesson, v.class, v.host, v.seats, v.quantum AS quantum_id, n.number, k.code,
               v.class || ' ' || n.number || ' ' || coalesce(k.code, '') AS search,
               (SELECT group_concat(x.person, ' ')
                  FROM (SELECT g.person FROM visit_guest g
                         WHERE g.about_seq = v.seq AND g.about = v.by_ AND g.day <= :on
                         ORDER BY g.lamport, g.by_, g.seq) x) AS guests,
               (SELECT count(*) FROM visit_guest g WHERE g.about_seq = v.seq AND g.about = v.by_ AND g.day <= :on) AS many
          FROM visit v
         CROSS JOIN visit_number n ON n.seq = v.seq AND n.by_ = v.by_
          LEFT JOIN code k ON k.id = v.quantum
         WHERE v.said <= :on
           AND (NOT EXISTS (SELECT 1 FROM calendar c WHERE c.edition = :rest AND c.org = :org)
                OR v.day BETWEEN (SELECT c.opens FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year)
                             AND (SELECT c.until FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year))) q
 WHERE true /* filters */
 ORDER BY q.day, q.lesson, q.seq, q.by_

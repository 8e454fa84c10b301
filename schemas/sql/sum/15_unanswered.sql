-- Requests without an answer, of all
-- section: main
-- of: rows
-- :on  day  the day that is meant
-- scans: request every request is counted
SELECT n.number                  AS request,  -- id  Number
       coalesce(s.shown, g.code) AS person,   -- id  Who asks
       r.day                     AS "on",     -- day On
       NOT EXISTS (SELECT 1 FROM request_word w WHERE w.about_seq = r.seq AND w.about = r.by_ AND w.day <= :on)
                                 AS counts    -- key
  FROM request r
 CROSS JOIN request_number n ON n.seq = r.seq AND n.by_ = r.by_
  LEFT JOIN shown s ON s.id = r.person
  LEFT JOIN code g ON g.id = r.grp
 WHERE r.day <= :on
 ORDER BY r.day, r.seq, r.by_

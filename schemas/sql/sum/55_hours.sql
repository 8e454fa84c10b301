-- Person-hours of the sessions held
-- section: sessions
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: session_word the few of which something was said
--
-- A sum: a row a session, "amount" is what it adds.
SELECT s.session                          AS session,  -- id   Session
       s.day                              AS date,     -- day  Date
       s.present                          AS present,  -- int  Were there
       s.minutes                          AS minutes,  -- int  Minutes
       s.present * coalesce(s.minutes, 0) / 60.0
                                          AS amount    -- real Person-hours
  FROM evening s
 WHERE s.edition = :rest AND s.status = 'held' AND s.day BETWEEN :from AND :on AND s.present > 0
 ORDER BY s.day, s.start, s.session

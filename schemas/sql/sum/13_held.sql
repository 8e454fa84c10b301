-- Sessions held, of those planned to date
-- section: main
-- of: rows
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: session_word the few of which something was said
SELECT s.session            AS session,  -- id   Session
       s.day                AS date,     -- day  Date
       s.status             AS status,   -- word Status
       s.present            AS present,  -- int  Were there
       s.status = 'held'    AS counts    -- key
  FROM evening s
 WHERE s.edition = :rest AND s.day BETWEEN :from AND :on
 ORDER BY s.day, s.start, s.session

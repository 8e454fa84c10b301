-- Sessions held, by mode
-- section: sessions
-- of: rows
-- part: mode
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: session_word the few of which something was said
SELECT s.session  AS session,  -- id   Session
       s.day      AS date,     -- day  Date
       coalesce(s.mode, 'offline')
                  AS mode,     -- word:offline|online|mixed Mode
       s.present  AS present   -- int  Were there
  FROM evening s
 WHERE s.edition = :rest AND s.status = 'held' AND s.day BETWEEN :from AND :on
 ORDER BY coalesce(s.mode, 'offline') <> 'offline', s.mode, s.day, s.start, s.session

-- Sessions planned for the period
-- section: sessions
-- :from  since  the first day of the period
-- :to    day    its last day
-- scans: session_word the few of which something was said
SELECT s.session  AS session,  -- id   Session
       s.day      AS date,     -- day  Date
       s.status   AS status    -- word Status
  FROM evening s
 WHERE s.edition = :rest AND s.day BETWEEN :from AND :to
 ORDER BY s.day, s.start, s.session

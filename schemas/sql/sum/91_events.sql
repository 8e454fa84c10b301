-- Events held, of those planned for the period
-- section: events
-- of: part
-- part: kind
-- :from  since  the first day of the period
-- :to    day    its last day
-- scans: session_word the few of which something was said
SELECT s.session             AS session,  -- id    Session
       coalesce(e.title, s.event)
                             AS title,    -- title Title
       s.day                 AS date,     -- day   Date
       s.kind                AS kind,     -- word  Kind
       s.status              AS status,   -- word  Status
       s.status = 'held'     AS counts    -- key
  FROM session s
  LEFT JOIN event e ON e.edition = s.edition AND e.id = s.event
 WHERE s.edition = :rest AND s.day BETWEEN :from AND :to
 ORDER BY s.kind, s.day, s.session

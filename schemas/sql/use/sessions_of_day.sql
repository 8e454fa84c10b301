-- What is on a day and was neither held nor cancelled, led by an organisation (0: any).
-- scans: session_word the few of which something was said
SELECT s.session, s.event, s.kind, s.status, s.day
  FROM session s
  LEFT JOIN event e ON e.edition = s.edition AND e.id = s.event
 WHERE s.edition = :rest AND s.day = :day AND s.status IN ('announced', 'planned', 'moved') AND (:of = 0 OR coalesce(e.org, :org) = :of)
 ORDER BY e.start, e.ord, s.session

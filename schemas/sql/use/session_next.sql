-- The latest session up to today, or (:ahead) the earliest from today on that is not recorded; :evening: of those of
-- mutual learning only, which are a group's or were once planned or recorded as one; of one day the latter.
-- scans: session_word the few of which something was said
SELECT s.session, s.event, s.kind, s.status, s.day
  FROM session s
  LEFT JOIN event e ON e.edition = s.edition AND e.id = s.event
 WHERE s.edition = :rest AND s.status <> 'cancelled'
   AND CASE WHEN :ahead THEN s.day >= :today AND s.status <> 'held' ELSE s.day <= :today END
   AND (NOT :evening OR e.ngrp = 1 OR EXISTS (SELECT 1 FROM code c CROSS JOIN session_word w ON w.session = c.id
                                               WHERE c.kind = 'session' AND c.code = s.session AND w.verb IN ('pair', 'record')))
 ORDER BY CASE WHEN :ahead THEN s.day ELSE -s.day END, :evening AND s.status = 'announced', CASE WHEN :ahead THEN e.start END, e.start DESC, s.session
 LIMIT 1

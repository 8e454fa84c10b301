-- The earliest session of a group from today on that is not recorded.
-- scans: session_word the few of which something was said
SELECT s.session
  FROM session s
  LEFT JOIN event e ON e.edition = s.edition AND e.id = s.event
 WHERE s.edition = :rest AND s.status NOT IN ('cancelled', 'held') AND s.day >= :today
   AND substr(s.session, 1, instr(s.session, '@') - 1) = :group
 ORDER BY s.day, e.start, s.session
 LIMIT 1

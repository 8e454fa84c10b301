-- Sessions of a group alone after a day that were neither held nor cancelled: code, status, day, saved or not.
-- scans: session_word the few of which something was said
SELECT s.session, s.status, s.day
  FROM session s
 WHERE s.edition = :rest AND s.day > :on AND s.status IN ('announced', 'planned', 'moved')
   AND substr(s.session, 1, instr(s.session, '@') - 1) = :code
 ORDER BY s.day, s.session

-- What else is on a day for a group of an event or session.
-- scans: session_word the few of which something was said
SELECT s.session
  FROM session s
 WHERE s.edition = :rest AND s.day = :day AND s.session <> :session AND s.status <> 'cancelled'
   AND (EXISTS (SELECT 1 FROM event_grp a CROSS JOIN event_grp b ON b.edition = a.edition AND b.grp = a.grp
                 WHERE a.edition = :rest AND a.event = s.event AND b.event = :event)
        OR EXISTS (SELECT 1 FROM code g
                    WHERE g.kind = 'group' AND g.code = substr(:session, 1, instr(:session, '@') - 1)
                      AND g.code = substr(s.session, 1, instr(s.session, '@') - 1)))
 ORDER BY s.session

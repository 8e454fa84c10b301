-- The sessions of a group or an event on a day (null: any), those first that were planned on it.
-- scans: session_word the few of which something was said
SELECT s.session, s.event, s.kind, s.status, s.day
  FROM session s
 WHERE s.edition = :rest AND (:day IS NULL OR :day IN (s.day, s.planned))
   AND (nsi_fold(s.event) = :name OR nsi_fold(substr(s.session, 1, instr(s.session, '@') - 1)) = :name
        OR EXISTS (SELECT 1 FROM event_grp g CROSS JOIN code c ON c.id = g.grp
                    WHERE g.edition = :rest AND g.event = s.event AND nsi_fold(c.code) = :name))
 ORDER BY :day IS NOT s.planned, s.day, s.session

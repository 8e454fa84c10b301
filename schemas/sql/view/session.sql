-- Sessions of the cyclogram as they stand now, for each edition of the rest: those that it plans, with what was said
-- of them; and those of which something was said that it no longer plans. Of groups that are all dissolved by then nothing
-- is announced.
CREATE VIEW session AS
SELECT o.edition, o.session, o.event, coalesce(s.day, o.day) AS day, o.day AS planned, coalesce(s.status, 'announced') AS status,
       e.kind, s.present, s.origin, s.seq
  FROM occurrence o
 CROSS JOIN event e ON e.edition = o.edition AND e.id = o.event
  LEFT JOIN code c ON c.kind = 'session' AND c.code = o.session
  LEFT JOIN session_state s ON s.session = c.id AND s.newest
 WHERE s.session IS NOT NULL OR e.ngrp = 0
    OR EXISTS (SELECT 1 FROM event_grp g
                WHERE g.edition = o.edition AND g.event = o.event
                  AND NOT EXISTS (SELECT 1 FROM dissolved d WHERE d.grp = g.grp AND d.day < o.day))
UNION ALL
SELECT d.id, c.code, s.event, s.day, NULL, s.status, s.kind, s.present, s.origin, s.seq
  FROM edition d
 CROSS JOIN session_state s ON s.newest
 CROSS JOIN code c ON c.id = s.session
 WHERE d.kind = 'rest'
   AND NOT EXISTS (SELECT 1 FROM occurrence o WHERE o.edition = d.id AND o.session = c.code);

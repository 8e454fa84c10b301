-- Is a session planned, held, moved, cancelled, and on which day it is, since the day of that word until the next one.
-- One of which nothing was said is announced, and has no row here.
CREATE VIEW session_state AS
SELECT w.session, w.event, w.kind, w.present, w.origin, w.seq,
       CASE w.verb WHEN 'hold' THEN 'held' WHEN 'record' THEN 'held' WHEN 'cancel' THEN 'cancelled' WHEN 'pair' THEN 'planned' ELSE 'moved' END AS status,
       CASE WHEN w.verb IN ('hold', 'record') THEN w.day
            ELSE coalesce((SELECT m.moved FROM session_word m
                            WHERE m.session = w.session AND m.verb = 'move' AND (m.lamport, m.by_, m.seq) <= (w.lamport, w.by_, w.seq)
                            ORDER BY m.lamport DESC, m.by_ DESC, m.seq DESC LIMIT 1),
                          (SELECT CAST(julianday(substr(c.code, instr(c.code, '@') + 1, 10)) - 2440587.5 AS INTEGER)
                             FROM code c WHERE c.id = w.session)) END AS day,
       w.day AS since,
       coalesce((SELECT min(n.day) FROM session_word n
                  WHERE n.session = w.session AND (n.lamport, n.by_, n.seq) > (w.lamport, w.by_, w.seq)), 99999) AS until,
       NOT EXISTS (SELECT 1 FROM session_word n
                    WHERE n.session = w.session AND (n.lamport, n.by_, n.seq) > (w.lamport, w.by_, w.seq)) AS newest
  FROM session_word w;

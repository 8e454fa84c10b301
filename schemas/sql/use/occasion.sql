-- A session by its code: event, kind, status, day, and when, where, led by whom: as it was saved, else as its event
-- has it, else nothing; group, rounds, origin and seq of the saved plan, technique.
-- scans: session_word the few of which something was said
SELECT s.event, s.kind, s.status, s.day, coalesce(p.grp, CASE e.ngrp WHEN 1 THEN e.grps END),
       coalesce(p.start, e.start), coalesce(p.minutes, e.minutes), coalesce(p.zone, e.zone), coalesce(p.mode, e.mode),
       coalesce(p.place, e.place), coalesce(p.link, e.link),
       coalesce(p.leader, e.responsible), p.rounds, p.origin, p.seq, p.technique
  FROM session s
  LEFT JOIN event e ON e.edition = s.edition AND e.id = s.event
  LEFT JOIN code c ON c.kind = 'session' AND c.code = s.session
  LEFT JOIN pairing p ON p.session = c.id
   AND (p.lamport, p.by_, p.seq) = (SELECT x.lamport, x.by_, x.seq FROM pairing x WHERE x.session = p.session
                                     ORDER BY x.lamport DESC, x.by_ DESC, x.seq DESC LIMIT 1)
 WHERE s.edition = :rest AND s.session = :session

-- Sessions of mutual learning, for each edition of the rest: those of one group, and whatever was once planned or recorded
-- as one. "code": its number in the dictionary, null while nothing was said of it.
CREATE VIEW evening AS
SELECT s.edition, s.session, c.id AS code, s.event, s.day, s.status, s.present, s.origin, s.seq, e.start, e.ord,
       coalesce(k.mode, e.mode) AS mode, coalesce(k.minutes, e.minutes) AS minutes, coalesce(k.grp, e.grps) AS grps
  FROM session s
  LEFT JOIN event e ON e.edition = s.edition AND e.id = s.event
  LEFT JOIN code c ON c.kind = 'session' AND c.code = s.session
  LEFT JOIN pairing k ON k.session = c.id
   AND (k.lamport, k.by_, k.seq) = (SELECT x.lamport, x.by_, x.seq FROM pairing x WHERE x.session = c.id
                                     ORDER BY x.lamport DESC, x.by_ DESC, x.seq DESC LIMIT 1)
 WHERE e.ngrp = 1 OR EXISTS (SELECT 1 FROM session_word w WHERE w.session = c.id AND w.verb IN ('pair', 'record'));

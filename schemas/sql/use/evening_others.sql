-- Saved sessions around a day that are neither over nor cancelled: entry, session, day, start, minutes, zone.
-- scans: session_word the few of which something was said
SELECT k.origin, k.seq, s.session, s.day, k.start, k.minutes, k.zone
  FROM session s
 CROSS JOIN code c ON c.kind = 'session' AND c.code = s.session
 CROSS JOIN pairing k ON k.session = c.id
   AND (k.lamport, k.by_, k.seq) = (SELECT x.lamport, x.by_, x.seq FROM pairing x WHERE x.session = c.id
                                     ORDER BY x.lamport DESC, x.by_ DESC, x.seq DESC LIMIT 1)
 WHERE s.edition = :rest AND s.status IN ('planned', 'moved') AND s.session <> :session AND s.day BETWEEN :on - 1 AND :on + 1
 ORDER BY s.day, k.start, s.session

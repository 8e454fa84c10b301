-- Checks that are owed: all meetings of a unit went well, or all its parts are held, since the day of the last until the
-- unit is held. The edition is that of the person's newest plan. A unit is only looked at where it was met in a session.
-- scans: mark by its index of what was taken in sessions
CREATE VIEW owed AS
SELECT x.person, x.unit, x.edition, x.day AS since,
       coalesce((SELECT min(h.since) FROM holds h WHERE h.person = x.person AND h.unit = x.unit AND h.part = 0 AND h.until = 99999),
                99999) AS until
  FROM (SELECT m.person, m.unit, u.edition,
               CASE WHEN EXISTS (SELECT 1 FROM part p WHERE p.edition = u.edition AND p.unit = u.unit)
                    THEN CASE WHEN NOT EXISTS (SELECT 1 FROM part p
                                                WHERE p.edition = u.edition AND p.unit = u.unit
                                                  AND NOT EXISTS (SELECT 1 FROM mark h
                                                                   WHERE h.person = m.person AND h.unit = m.unit
                                                                     AND h.part = p.part AND h.step = 4))
                              THEN (SELECT max(k.day) FROM mark k
                                     WHERE k.person = m.person AND k.unit = m.unit AND k.part > 0 AND k.step = 4) END
                    ELSE (SELECT min(k.day) FROM mark k
                           WHERE k.person = m.person AND k.unit = m.unit AND k.part = 0 AND k.step = 2 AND k.tm > 0
                             AND u.meetings <= (SELECT count(*) FROM mark j
                                                 WHERE j.person = k.person AND j.unit = k.unit AND j.part = 0 AND j.step = 2 AND j.tm > 0
                                                   AND (j.day, j.tm, j.origin, j.seq) <= (k.day, k.tm, k.origin, k.seq))) END AS day
          FROM (SELECT DISTINCT person, unit FROM mark WHERE tm > 0) m
         CROSS JOIN unit u ON u.unit = m.unit
           AND u.edition = (SELECT p.edition FROM plan p WHERE p.person = m.person
                             ORDER BY p.lamport DESC, p.by_ DESC, p.seq DESC LIMIT 1)) x
 WHERE x.day IS NOT NULL;

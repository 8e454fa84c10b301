-- Who teaches held it before: by day, then by the session's start and round; a mark without a session
-- fits where it makes sense. No circle ever fits, and the order of rows does not matter.
WITH RECURSIVE doubt AS MATERIALIZED (        -- nothing from an earlier day speaks for the giver
  SELECT f.origin, f.seq, f.verb, f.person, f.unit, coalesce(f.part, 0) AS part, f.peer, f.day, f.tm
    FROM fresh f
   WHERE f.verb IN ('start', 'master') AND f.peer <> f.person
     AND NOT EXISTS (SELECT 1 FROM mark h
                      WHERE h.person = f.peer AND h.unit = f.unit AND h.part IN (0, coalesce(f.part, 0))
                        AND h.step >= 3 AND h.day < f.day
                        AND (h.step < 5 OR NOT EXISTS (                       -- a bearer, up to the day on which he is one no more
                             SELECT 1 FROM mark x
                              WHERE x.person = h.person AND x.unit = h.unit AND x.part = h.part AND x.step = 0 AND x.day < f.day
                                AND (x.day, x.lamport, x.by_, x.seq) > (h.day, h.lamport, h.by_, h.seq))))
), sure (person, unit, part, day, tm) AS (    -- held for certain on that day, not before tm
  SELECT h.person, h.unit, h.part, h.day, h.tm
    FROM (SELECT DISTINCT peer, unit, day FROM doubt) d
    CROSS JOIN mark h ON h.person = d.peer AND h.unit = d.unit AND h.day = d.day AND +h.step >= 3  -- by person
   WHERE NOT EXISTS (SELECT 1 FROM doubt x WHERE x.person = h.person AND x.unit = h.unit AND x.origin = h.origin AND x.seq = h.seq)
     AND (h.step < 5 OR NOT EXISTS (
          SELECT 1 FROM mark x
           WHERE x.person = h.person AND x.unit = h.unit AND x.part = h.part AND x.step = 0 AND x.day = h.day
             AND (x.day, x.lamport, x.by_, x.seq) > (h.day, h.lamport, h.by_, h.seq)))
  UNION
  SELECT d.person, d.unit, d.part, d.day, coalesce(d.tm, s.tm)
    FROM sure s CROSS JOIN doubt d ON d.peer = s.person AND d.unit = s.unit AND d.day = s.day AND s.part IN (0, d.part)
   WHERE d.verb = 'master' AND (d.tm IS NULL OR s.tm < d.tm)
)
SELECT d.origin, d.seq, '{with} did not hold {unit} before teaching it to {person} on {on}' AS reason
  FROM doubt d
 WHERE NOT EXISTS (SELECT 1 FROM sure s
                    WHERE s.person = d.peer AND s.unit = d.unit AND s.day = d.day AND s.part IN (0, d.part)
                      AND (d.tm IS NULL OR s.tm < d.tm));

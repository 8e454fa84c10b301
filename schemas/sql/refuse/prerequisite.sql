-- What a unit rests on is held by then.
SELECT f.origin, f.seq, '{unit} rests on {need}, which {person} does not hold by {on}' AS reason,
       coalesce((SELECT u.label FROM unit u WHERE u.edition = n.edition AND u.unit = n.need), nc.code) AS need
  FROM fresh f
 CROSS JOIN calendar y ON y.edition = :rest AND y.org = :org AND f.day BETWEEN y.opens AND y.until
 CROSS JOIN plan p ON p.person = f.person AND p.year = y.year
   AND (p.lamport, p.by_, p.seq) = (SELECT x.lamport, x.by_, x.seq FROM plan x
                                     WHERE x.person = f.person AND x.year = y.year
                                     ORDER BY x.lamport DESC, x.by_ DESC, x.seq DESC LIMIT 1)
 CROSS JOIN need n ON n.edition = p.edition AND n.unit = f.unit
 CROSS JOIN code nc ON nc.id = n.need
 WHERE f.verb IN ('start', 'master')
   AND NOT EXISTS (SELECT 1 FROM mark h
                    WHERE h.person = f.person AND h.unit = n.need AND h.part = 0 AND h.step >= 3
                      AND (h.day < f.day OR h.day = f.day AND (h.tm = 0 OR f.tm IS NULL OR h.tm < f.tm))
                      AND (h.step < 5 OR NOT EXISTS (
                           SELECT 1 FROM mark x
                            WHERE x.person = h.person AND x.unit = h.unit AND x.part = 0 AND x.step = 0 AND x.day <= f.day
                              AND (x.day, x.lamport, x.by_, x.seq) > (h.day, h.lamport, h.by_, h.seq))));

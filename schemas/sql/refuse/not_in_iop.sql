-- A mark is of a unit of the person's programme of that school year: of the newest one, or of that which was the newest when
-- the mark was said.
SELECT f.origin, f.seq, '{unit} is not in the programme of {person} for {year}' AS reason, (y.year - 1) || '/' || y.year AS year
  FROM fresh f
 CROSS JOIN calendar y ON y.edition = :rest AND y.org = :org AND f.day BETWEEN y.opens AND y.until
 WHERE f.verb IN ('start', 'master')
   AND NOT EXISTS (SELECT 1 FROM plan_unit u
                    WHERE u.person = f.person AND u.year = y.year AND u.unit = f.unit
                      AND (u.origin, u.seq) = (SELECT p.origin, p.seq FROM plan p
                                                WHERE p.person = u.person AND p.year = u.year
                                                ORDER BY p.lamport DESC, p.by_ DESC, p.seq DESC LIMIT 1))
   AND NOT EXISTS (SELECT 1 FROM plan_unit u
                    WHERE u.person = f.person AND u.year = y.year AND u.unit = f.unit
                      AND (u.origin, u.seq) = (SELECT p.origin, p.seq FROM plan p
                                                WHERE p.person = u.person AND p.year = u.year
                                                  AND (p.lamport, p.by_, p.seq) < (f.lamport, f.origin_code, f.seq)
                                                ORDER BY p.lamport DESC, p.by_ DESC, p.seq DESC LIMIT 1));

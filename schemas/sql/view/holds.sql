-- Who holds a unit (part 0) or a part: mastered, credited or borne, since and until which day.
CREATE VIEW holds AS
SELECT m.person, m.unit, m.part, m.step, m.day AS since, m.tm,
       CASE m.step WHEN 5 THEN
            coalesce((SELECT min(x.day) FROM mark x
                       WHERE x.person = m.person AND x.unit = m.unit AND x.part = m.part AND x.step = 0
                         AND (x.day, x.lamport, x.by_, x.seq) > (m.day, m.lamport, m.by_, m.seq)), 99999)
            ELSE 99999 END AS until,
       m.origin, m.seq
  FROM mark m
 WHERE m.step >= 3;

-- Who waits for a unit: it is in the programme, not held, and what it rests on is held, since and until which day.
-- Of one who bears a unit no more it is right from the day on which he ceased to.
CREATE VIEW wants AS
SELECT w.person, w.year, w.unit, w.edition, max(w.since, w.ready) AS since, min(w.until, w.held) AS until
  FROM (SELECT i.person, i.year, i.unit, i.edition, i.since, i.until,
               coalesce((SELECT min(h.since) FROM holds h
                          WHERE h.person = i.person AND h.unit = i.unit AND h.part = 0 AND h.until = 99999), 99999) AS held,
               coalesce((SELECT max(coalesce((SELECT min(h.since) FROM holds h
                                               WHERE h.person = i.person AND h.unit = n.need AND h.part = 0 AND h.until = 99999), 99999))
                           FROM need n WHERE n.edition = i.edition AND n.unit = i.unit), 0) AS ready
          FROM iop_unit i) w
 WHERE max(w.since, w.ready) < min(w.until, w.held);

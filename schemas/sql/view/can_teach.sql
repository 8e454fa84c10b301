-- Who may teach a unit (part 0) or a part, since and until which day: who holds it and takes part.
CREATE VIEW can_teach AS
SELECT h.person, h.unit, h.part, max(h.since, p.since) AS since, min(h.until, p.until) AS until, h.step
  FROM holds h
 CROSS JOIN person p ON p.id = h.person
 WHERE max(h.since, p.since) < min(h.until, p.until);

-- What a person holds on a day when a session begins: unit, part (0: the whole), the highest step.
SELECT h.unit, h.part, max(h.step)
  FROM holds h
 WHERE h.person = :person AND (h.since < :on OR h.since = :on AND (h.tm = 0 OR h.tm < :tm)) AND :on < h.until
 GROUP BY h.unit, h.part

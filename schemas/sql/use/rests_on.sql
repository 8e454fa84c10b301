-- Is a day off for who leads an event: 1 off, 0 a working day; no row: no calendar holds it.
SELECT NOT EXISTS (SELECT 1 FROM day_off d WHERE d.edition = c.edition AND d.calendar = c.id AND d.works = 1 AND :day BETWEEN d.since AND d.until)
       AND ((:day + 3) % 7 >= c.week
            OR EXISTS (SELECT 1 FROM day_off d WHERE d.edition = c.edition AND d.calendar = c.id AND d.works = 0 AND :day BETWEEN d.since AND d.until))
  FROM calendar c
 WHERE c.edition = :rest AND :day BETWEEN c.since AND c.until
   AND c.org IN ((SELECT e.org FROM event e WHERE e.edition = :rest AND e.id = :event), :org)
 ORDER BY c.org IS NOT (SELECT e.org FROM event e WHERE e.edition = :rest AND e.id = :event)
 LIMIT 1

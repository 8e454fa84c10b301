-- Units of the edition that holds on a day, of all plans that hold on it, and retired ones with marks of
-- that school year: number, id, label, module. Order and labels are those of the newest edition that has
-- the unit.
WITH asof AS (
  SELECT w.programme AS edition FROM edition_word w
   WHERE w.own = 1 AND w.day <= :on ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1
), used AS (
  SELECT edition FROM asof
  UNION
  SELECT g.edition
    FROM programme g
   WHERE EXISTS (SELECT 1 FROM iop i WHERE i.edition = g.edition AND i.year = :year AND i.since <= :on AND :on < i.until)
), newest AS (
  SELECT u.unit, max(CASE WHEN u.edition IN (SELECT edition FROM asof) THEN 1000000000 ELSE 0 END + u.edition) % 1000000000 AS edition
    FROM used d CROSS JOIN unit u ON u.edition = d.edition
   GROUP BY u.unit
), kept AS (
  SELECT u.unit, max(u.edition) AS edition
    FROM calendar y
   CROSS JOIN unit u
   WHERE y.edition = :rest AND y.org = :org AND y.year = :year
     AND NOT EXISTS (SELECT 1 FROM newest n WHERE n.unit = u.unit)
     AND EXISTS (SELECT 1 FROM mark m WHERE m.unit = u.unit AND m.step IN (2, 3, 4) AND m.day BETWEEN y.since AND :on)
   GROUP BY u.unit
)
SELECT u.unit, c.code, u.label, m.code, u.edition NOT IN (SELECT edition FROM asof) AS retired
  FROM (SELECT unit, edition FROM newest UNION ALL SELECT unit, edition FROM kept) n
 CROSS JOIN unit u ON u.edition = n.edition AND u.unit = n.unit
 CROSS JOIN code c ON c.id = u.unit
 CROSS JOIN code m ON m.id = u.module
  LEFT JOIN module g ON g.edition = u.edition AND g.module = u.module
 ORDER BY g.ord, m.code, retired, u.ord, c.code

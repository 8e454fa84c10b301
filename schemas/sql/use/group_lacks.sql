-- What a combined group lacks on a day: which rule, how many, and whom or what it names.
WITH g AS MATERIALIZED (
  SELECT * FROM grp WHERE edition = :rest AND grp = :group AND kind = 'combined'
), m AS MATERIALIZED (
  SELECT p.id, p.code, p.bare, p.org
    FROM g
   CROSS JOIN membership m ON m.grp = g.grp AND m.since <= :on AND :on < m.until
   CROSS JOIN person p ON p.id = m.person AND p.since <= :on AND :on < p.until
), u AS MATERIALIZED (
  SELECT w.unit, w.ord, coalesce(u.label, c.code) AS label
    FROM g
   CROSS JOIN grp_unit w ON w.edition = :rest AND w.grp = g.grp
   CROSS JOIN code c ON c.id = w.unit
    LEFT JOIN unit u ON u.edition = :programme AND u.unit = w.unit
)
SELECT 'size' AS rule, (SELECT count(*) FROM m) AS n, '' AS named FROM g WHERE (SELECT count(*) FROM m) NOT BETWEEN 4 AND 12
UNION ALL
SELECT 'alike', 0, '' FROM g
 WHERE (SELECT count(*) FROM m) > 1 AND (SELECT count(DISTINCT m.org) FROM m) < 2
   AND (SELECT count(DISTINCT b.grp)
          FROM m
         CROSS JOIN membership b ON b.person = m.id AND b.since <= :on AND :on < b.until
         CROSS JOIN grp p ON p.edition = :rest AND p.grp = b.grp AND p.kind IN ('permanent', 'creative')) < 2
UNION ALL
SELECT 'leader', 0, '' FROM g
 WHERE NOT EXISTS (SELECT 1 FROM code c CROSS JOIN person p ON p.id = c.id AND p.since <= :on AND :on < p.until
                    WHERE c.kind = 'person' AND c.code = g.leader)
UNION ALL
SELECT 'span', 0, '' FROM g WHERE g.since IS NULL OR g.until IS NULL
UNION ALL
SELECT 'units', 0, '' FROM g WHERE NOT EXISTS (SELECT 1 FROM u)
UNION ALL
SELECT 'launch', count(*), group_concat(x.label, ', ')
  FROM (SELECT u.label FROM u
         WHERE NOT EXISTS (SELECT 1 FROM m CROSS JOIN can_teach t ON t.person = m.id AND t.unit = u.unit AND t.part = 0
                                                                 AND t.since <= :on AND :on < t.until)
         ORDER BY u.ord) x
HAVING count(*) > 0
UNION ALL
SELECT 'idle', count(*), group_concat(x.shown, ', ')
  FROM (SELECT s.shown FROM m CROSS JOIN shown s ON s.id = m.id
         WHERE EXISTS (SELECT 1 FROM u)
           AND NOT EXISTS (SELECT 1 FROM u CROSS JOIN holds h ON h.person = m.id AND h.unit = u.unit AND h.part = 0
                                                             AND h.since <= :on AND :on < h.until)
           AND NOT EXISTS (SELECT 1 FROM u CROSS JOIN iop_unit i ON i.person = m.id AND i.year = :year AND i.unit = u.unit
                                                                AND i.since <= :on AND :on < i.until)
         ORDER BY m.bare, m.code) x
HAVING count(*) > 0

-- A group on a day: its members, each with the units that he can teach and those that he has to learn, then its units,
-- each with those who can teach it and those who have to learn it. Ids first, then what people read.
WITH m AS MATERIALIZED (
  SELECT p.id, p.code, p.bare, p.org_code
    FROM membership m
   CROSS JOIN person p ON p.id = m.person AND p.since <= :on AND :on < p.until
   WHERE m.grp = :group AND m.since <= :on AND :on < m.until
), u AS MATERIALIZED (
  SELECT w.unit, w.ord, c.code, coalesce(u.label, c.code) AS label
    FROM grp_unit w
   CROSS JOIN code c ON c.id = w.unit
    LEFT JOIN unit u ON u.edition = :programme AND u.unit = w.unit
   WHERE w.edition = :rest AND w.grp = :group
), x AS MATERIALIZED (
  SELECT m.id, m.bare, m.code AS person, u.unit, u.ord, u.code, u.label, s.shown,
         EXISTS (SELECT 1 FROM can_teach t
                  WHERE t.person = m.id AND t.unit = u.unit AND t.part = 0 AND t.since <= :on AND :on < t.until) AS can,
         EXISTS (SELECT 1 FROM iop_unit i
                  WHERE i.person = m.id AND i.year = :year AND i.unit = u.unit AND i.since <= :on AND :on < i.until)
         AND NOT EXISTS (SELECT 1 FROM holds h
                          WHERE h.person = m.id AND h.unit = u.unit AND h.part = 0 AND h.since <= :on AND :on < h.until) AS lacks
    FROM m
   CROSS JOIN u
   CROSS JOIN shown s ON s.id = m.id
)
SELECT 'member', m.id, m.org_code, NULL, NULL,
       (SELECT group_concat(y.code, ' ') FROM (SELECT x.code FROM x WHERE x.id = m.id AND x.can ORDER BY x.ord) y),
       (SELECT group_concat(y.label, ' ') FROM (SELECT x.label FROM x WHERE x.id = m.id AND x.can ORDER BY x.ord) y),
       (SELECT group_concat(y.code, ' ') FROM (SELECT x.code FROM x WHERE x.id = m.id AND x.lacks ORDER BY x.ord) y),
       (SELECT group_concat(y.label, ' ') FROM (SELECT x.label FROM x WHERE x.id = m.id AND x.lacks ORDER BY x.ord) y),
       0 AS part, m.bare AS name, m.code AS code, 0 AS place
  FROM m
UNION ALL
SELECT 'unit', 0, NULL, u.code, u.label,
       (SELECT group_concat(y.shown, ' ') FROM (SELECT x.shown FROM x WHERE x.unit = u.unit AND x.can ORDER BY x.bare, x.person) y), NULL,
       (SELECT group_concat(y.shown, ' ') FROM (SELECT x.shown FROM x WHERE x.unit = u.unit AND x.lacks ORDER BY x.bare, x.person) y), NULL,
       1, '', '', u.ord
  FROM u
 ORDER BY part, place, name, code

-- What the members of a group have still to learn of its units: person, id and label of the unit.
SELECT m.person, c.code, coalesce(u.label, c.code)
  FROM membership m
 CROSS JOIN person p ON p.id = m.person AND p.since <= :on AND :on < p.until
 CROSS JOIN grp_unit w ON w.edition = :rest AND w.grp = m.grp
 CROSS JOIN code c ON c.id = w.unit
  LEFT JOIN unit u ON u.edition = :programme AND u.unit = w.unit
 WHERE m.grp = :group AND m.since <= :on AND :on < m.until
   AND EXISTS (SELECT 1 FROM iop_unit i
                WHERE i.person = m.person AND i.year = :year AND i.unit = w.unit AND i.since <= :on AND :on < i.until)
   AND NOT EXISTS (SELECT 1 FROM holds h
                    WHERE h.person = m.person AND h.unit = w.unit AND h.part = 0 AND h.since <= :on AND :on < h.until)
 ORDER BY p.bare, p.code, w.ord

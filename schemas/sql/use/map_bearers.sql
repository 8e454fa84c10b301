-- Who bears a unit today.
SELECT DISTINCT CASE WHEN (SELECT min(x.person) < max(x.person) FROM enrol x WHERE x.bare = p.bare) THEN p.code ELSE p.bare END AS shown
  FROM mark m
 CROSS JOIN holds h ON h.person = m.person AND h.unit = m.unit AND h.part = 0 AND h.step = 5 AND h.since <= :today AND :today < h.until
 CROSS JOIN person p ON p.id = m.person AND p.since <= :today AND :today < p.until
 WHERE m.unit = :unit AND m.step = 5
 ORDER BY shown

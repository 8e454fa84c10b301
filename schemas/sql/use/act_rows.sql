-- The entries of an act as they are told of.
SELECT e.seq, o.code || ':' || e.seq, e.day, e.verb,
       CASE WHEN (SELECT min(x.person) < max(x.person) FROM enrol x WHERE x.bare = substr(p.code, instr(p.code, '/') + 1))
            THEN p.code ELSE substr(p.code, instr(p.code, '/') + 1) END,
       coalesce(t.code, u.code)
  FROM entry e
 CROSS JOIN origin o ON o.id = e.origin
  LEFT JOIN code p ON p.id = e.person
  LEFT JOIN code u ON u.id = e.unit
  LEFT JOIN code t ON t.id = e.part
 WHERE e.origin = :origin AND e.seq BETWEEN :first AND :last
 ORDER BY e.seq

-- Entries with the codes of their canonical lines.
SELECT e.seq, e.act, e.verb, e.day, e.tm, p.code, u.code, t.code, w.code, k.code, s.code, q.code, e.about, e.about_seq, e.data
  FROM entry e
  LEFT JOIN code p ON p.id = e.person
  LEFT JOIN code u ON u.id = e.unit
  LEFT JOIN code t ON t.id = e.part
  LEFT JOIN code w ON w.id = e.peer
  LEFT JOIN code k ON k.id = e.checker
  LEFT JOIN code s ON s.id = e.session
  LEFT JOIN code q ON q.id = e.quantum
 WHERE e.origin = :origin AND e.seq BETWEEN :first AND :last
 ORDER BY e.seq

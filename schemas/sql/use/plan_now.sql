-- The newest plan of a person for a year, word for word.
SELECT e.data
  FROM plan p
 CROSS JOIN entry e ON e.origin = p.origin AND e.seq = p.seq
 WHERE p.person = :person AND p.year = :year
 ORDER BY p.lamport DESC, p.by_ DESC, p.seq DESC
 LIMIT 1

-- The blocks that somebody writes for his programme of a year, and the hashes of what he wrote.
SELECT b.value,
       (SELECT CASE f.own WHEN 1 THEN f.words END FROM form f
         WHERE f.person = :person AND f.year = :year AND f.block = b.value
         ORDER BY f.lamport DESC, f.by_ DESC, f.seq DESC LIMIT 1)
  FROM json_each('["goal", "tasks", "deficits", "self_rating", "reflection"]') b
 ORDER BY b.key

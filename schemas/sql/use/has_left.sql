-- Has this person taken part, and takes no part any more?
SELECT 1 FROM code c
 WHERE c.kind = 'person' AND c.code = :code
   AND EXISTS (SELECT 1 FROM enrol e WHERE e.person = c.id)
   AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.id AND p.until = 99999)

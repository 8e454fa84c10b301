-- Was this person ever enrolled, or did he leave?
SELECT 1 FROM code c WHERE c.kind = 'person' AND c.code = :code AND EXISTS (SELECT 1 FROM enrol e WHERE e.person = c.id)

-- People of a bare code.
SELECT DISTINCT e.person, p.code FROM enrol e CROSS JOIN code p ON p.id = e.person WHERE e.bare = :bare ORDER BY p.code

-- People of a bare code.
SELECT e.person, min(p.code) FROM enrol e CROSS JOIN code p ON p.id = e.person WHERE e.bare = :bare GROUP BY e.person

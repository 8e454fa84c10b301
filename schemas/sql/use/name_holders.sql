-- Who is called by this name now.
SELECT e.person FROM enrol e WHERE e.name = :name AND EXISTS (SELECT 1 FROM named n WHERE n.person = e.person AND n.name = :name)

-- The how manieth of its kind.
SELECT count(*) FROM edition e CROSS JOIN edition o ON o.kind = e.kind AND o.id <= e.id WHERE e.id = :id

-- The data of an entry.
SELECT coalesce(e.data, '') FROM entry e WHERE e.origin = :origin AND e.seq = :seq

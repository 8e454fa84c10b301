-- Every edition: number, kind, hash.
-- scans: edition all of them are looked at
SELECT id, kind, hash FROM edition ORDER BY id

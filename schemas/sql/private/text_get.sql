-- The text of a hash.
SELECT salt, body FROM text WHERE hash = :hash

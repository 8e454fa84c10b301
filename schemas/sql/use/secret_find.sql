-- Does an entry name this text?
SELECT 1 FROM secret WHERE hash = :hash LIMIT 1

-- Bare codes to choose from.
SELECT DISTINCT bare FROM enrol ORDER BY bare LIMIT 20000

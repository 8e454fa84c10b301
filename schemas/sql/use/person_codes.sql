-- Bare codes to choose from.
-- scans: enrol only to say "did you mean"
SELECT DISTINCT bare FROM enrol ORDER BY bare LIMIT 20000

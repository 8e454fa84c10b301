-- Bare codes to choose from, each for itself.
-- scans: enrol only to say "did you mean"
SELECT DISTINCT bare, bare FROM enrol ORDER BY bare LIMIT 20000

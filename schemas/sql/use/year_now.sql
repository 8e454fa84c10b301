-- The current school year: of the open ones the newest.
SELECT max(year) FROM year_state WHERE newest = 1 AND state = 'open'

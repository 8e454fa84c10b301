-- How many entries a database holds.
SELECT coalesce(sum(seq), 0) FROM origin

-- The number of the newest text.
SELECT coalesce(max(id), 0) FROM text

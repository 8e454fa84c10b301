-- Sweep a text away.
DELETE FROM text WHERE id = :id

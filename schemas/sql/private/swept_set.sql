-- What is here now has an entry.
UPDATE swept SET upto = (SELECT coalesce(max(id), 0) FROM text)

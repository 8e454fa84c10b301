-- The hash of a person's name.
SELECT name FROM named WHERE person = :person LIMIT 1

-- The code of an origin.
SELECT code FROM origin WHERE id = :id

-- The code of a local number.
SELECT code FROM code WHERE id = :id

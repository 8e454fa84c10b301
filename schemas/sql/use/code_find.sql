-- The local number of a code.
SELECT id FROM code WHERE kind = :kind AND code = :code

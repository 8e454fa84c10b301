-- How far an origin is here and read.
SELECT id, own, seq, lamport, read FROM origin WHERE code = :code

-- What came of an origin.
UPDATE origin SET seq = :seq, lamport = :lamport, read = :read WHERE id = :origin

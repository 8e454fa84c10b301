-- What an origin has written.
UPDATE origin SET seq = :seq, lamport = :lamport, read = :seq WHERE id = :origin

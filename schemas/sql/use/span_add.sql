-- Entries to read.
INSERT INTO span (origin, first, last) VALUES (:origin, :first, :last)

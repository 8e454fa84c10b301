-- Everything that is read.
INSERT INTO span (origin, first, last) SELECT id, 1, read FROM origin

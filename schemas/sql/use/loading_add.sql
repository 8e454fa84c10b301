-- An edition to read.
INSERT INTO loading (edition) VALUES (:edition)

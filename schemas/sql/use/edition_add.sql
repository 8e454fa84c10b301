-- A new edition.
INSERT INTO edition (id, kind, hash) VALUES (:id, :kind, :hash)

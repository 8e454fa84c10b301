-- Keep a text.
INSERT INTO text (hash, salt, body) VALUES (:hash, :salt, :body) ON CONFLICT DO NOTHING

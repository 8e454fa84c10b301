-- A new origin.
INSERT INTO origin (code, own) VALUES (:code, :own) ON CONFLICT DO NOTHING

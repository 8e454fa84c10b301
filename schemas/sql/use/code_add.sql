-- A new code.
INSERT INTO code (kind, code) VALUES (:kind, :code)

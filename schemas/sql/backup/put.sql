-- The bytes of the private file.
INSERT INTO private_file (body, texts) VALUES (:body, :texts)

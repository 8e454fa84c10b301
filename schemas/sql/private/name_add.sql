-- A text that is a name, as it is looked for.
INSERT INTO name (hash, family, folded) VALUES (:hash, :family, :folded) ON CONFLICT DO NOTHING

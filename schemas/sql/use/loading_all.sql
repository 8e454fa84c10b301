-- Every edition.
INSERT INTO loading (edition) SELECT id FROM edition

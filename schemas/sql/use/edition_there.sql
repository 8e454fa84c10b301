-- Is there this edition?
SELECT 1 FROM edition WHERE id = :id

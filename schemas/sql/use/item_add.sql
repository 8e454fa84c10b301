-- One object of an edition.
INSERT INTO item (edition, kind, id, ord, body) VALUES (:edition, :kind, :id, :ord, :body)

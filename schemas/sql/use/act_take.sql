-- An act of some origin, once.
INSERT INTO act (origin, seq, last, lamport, actor, at, link) VALUES (:origin, :act, :last, :lamport, :actor, :at, :link)
    ON CONFLICT DO NOTHING

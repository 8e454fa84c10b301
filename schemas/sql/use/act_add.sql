-- The act, when its entries are there.
INSERT INTO act (origin, seq, last, lamport, actor, at, link) VALUES (:origin, :act, :last, :lamport, :actor, :at, :link)

-- An entry of some origin, once.
INSERT INTO entry (origin, seq, act, verb, day, tm, person, unit, part, peer, checker, session, quantum, about, about_seq, data)
VALUES (:origin, :seq, :act, :verb, :day, :tm, :person, :unit, :part, :peer, :checker, :session, :quantum, :about, :about_seq, :data)
    ON CONFLICT DO NOTHING

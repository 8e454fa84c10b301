-- What is being said now: a table that reads the source of the act.
CREATE TABLE said (verb, day, tm, person, unit, part, peer, checker, session, quantum, about, about_seq, data)

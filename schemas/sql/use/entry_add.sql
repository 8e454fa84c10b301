-- All that is said in one act.
INSERT INTO entry (origin, seq, act, verb, day, tm, person, unit, part, peer, checker, session, quantum, about, about_seq, data)
SELECT :origin, :act + rowid, :act, verb, day, tm, person, unit, part, peer, checker, session, quantum, about, about_seq, data
  FROM said

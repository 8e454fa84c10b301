-- Who is to take what in a saved session, since the day on which it was saved until it is planned anew, recorded or cancelled.
CREATE VIEW planned AS
SELECT t.person, t.unit, t.part, t.session, t.round, t.giver, t.day AS since,
       coalesce((SELECT min(w.day) FROM session_word w
                  WHERE w.session = t.session AND w.verb IN ('pair', 'record', 'hold', 'cancel')
                    AND (w.lamport, w.by_, w.seq) > (t.lamport, t.by_, t.seq)), 99999) AS until
  FROM pairing_take t;

-- The record of a session that stands: its origin, seq and the code of its origin.
SELECT w.origin, w.seq, w.by_
  FROM session_word w
 WHERE w.session = :session AND w.verb = 'record'
 ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC
 LIMIT 1

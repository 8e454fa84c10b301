-- All acts that are read, in the order of their chains.
SELECT a.origin, o.code, a.seq, a.last, a.lamport, a.actor, a.at, a.link
  FROM origin o CROSS JOIN act a ON a.origin = o.id AND a.last <= o.read
 ORDER BY a.origin, a.seq

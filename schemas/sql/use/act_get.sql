-- An act, how many of its entries are here, and of these how many say that they belong to it.
SELECT a.seq, a.last, a.lamport, a.at, a.actor, lower(hex(a.link)),
       (SELECT count(*) FROM entry e WHERE e.origin = a.origin AND e.seq BETWEEN a.seq AND a.last),
       (SELECT count(*) FROM entry e WHERE e.origin = a.origin AND e.seq BETWEEN a.seq AND a.last AND e.act = a.seq)
  FROM act a
 WHERE a.origin = :origin AND a.seq = :seq

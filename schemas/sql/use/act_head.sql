-- Where the next act of an origin begins, the highest lamport of all, the link before.
SELECT o.seq + 1, (SELECT max(lamport) FROM origin) + 1,
       (SELECT a.link FROM act a WHERE a.origin = o.id ORDER BY a.seq DESC LIMIT 1)
  FROM origin o
 WHERE o.id = :origin

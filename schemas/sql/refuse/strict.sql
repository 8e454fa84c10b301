-- Under strict_check nobody checks his own learner alone.
-- only when said
SELECT f.origin, f.seq, '{with} taught {unit} to {person} and cannot check it alone: name a second checker' AS reason
  FROM programme g
 CROSS JOIN fresh f
 WHERE g.edition = :programme AND g.strict_check = 1 AND f.verb = 'master' AND f.checker = f.peer
   AND f.data ->> '$.second' IS NULL;

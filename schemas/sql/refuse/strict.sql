-- Under strict_check nobody checks his own learner alone.
-- only when said
SELECT f.origin, f.seq, '{checked_by} taught {unit} to {person} and cannot check it alone: name a second checker' AS reason
  FROM programme g
 CROSS JOIN fresh f
 WHERE g.edition = :programme AND g.strict_check = 1 AND f.verb = 'master' AND f.data ->> '$.second' IS NULL
   AND (f.checker = f.peer
        OR EXISTS (SELECT 1 FROM taught t
                    WHERE t.giver = f.checker AND t.unit = f.unit AND t.learner = f.person AND t.day <= f.day));

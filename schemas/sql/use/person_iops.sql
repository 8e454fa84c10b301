-- The years in which a person has a programme that is not closed.
SELECT DISTINCT p.year
  FROM plan p
 WHERE p.person = :person
   AND 'closed' IS NOT (SELECT w.state FROM iop_word w WHERE w.person = p.person AND w.year = p.year
                         ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1)
 ORDER BY p.year

-- The state of a programme before it was closed.
SELECT w.state FROM iop_word w
 WHERE w.person = :person AND w.year = :year AND w.state <> 'closed'
 ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC
 LIMIT 1

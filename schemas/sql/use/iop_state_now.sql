-- The state of a person's programme of a year, and was its newest approval by an order; no row: there is none.
SELECT coalesce((SELECT w.state FROM iop_word w WHERE w.person = :person AND w.year = :year
                  ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1), 'draft'),
       coalesce((SELECT w.ordered FROM iop_word w WHERE w.person = :person AND w.year = :year AND w.verb = 'approve'
                  ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1), 0)
 WHERE EXISTS (SELECT 1 FROM plan p WHERE p.person = :person AND p.year = :year)

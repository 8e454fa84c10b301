-- The state of a person's programme of a year, was its newest approval by an order, and was anything chosen in
-- its newest plan; no row: there is none.
SELECT coalesce((SELECT w.state FROM iop_word w WHERE w.person = :person AND w.year = :year
                  ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1), 'draft'),
       coalesce((SELECT w.ordered FROM iop_word w WHERE w.person = :person AND w.year = :year AND w.verb = 'approve'
                  ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1), 0),
       coalesce((SELECT EXISTS (SELECT 1 FROM plan_unit u
                                 WHERE u.person = p.person AND u.year = p.year AND u.origin = p.origin AND u.seq = p.seq
                                   AND u.why = 'chosen')
                   FROM plan p WHERE p.person = :person AND p.year = :year
                  ORDER BY p.lamport DESC, p.by_ DESC, p.seq DESC LIMIT 1), 0)
 WHERE EXISTS (SELECT 1 FROM plan p WHERE p.person = :person AND p.year = :year)

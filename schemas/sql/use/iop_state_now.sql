-- The state of a person's programme of a year; no row: there is none.
SELECT coalesce((SELECT w.state FROM iop_word w WHERE w.person = :person AND w.year = :year
                  ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1), 'draft')
 WHERE EXISTS (SELECT 1 FROM plan p WHERE p.person = :person AND p.year = :year)

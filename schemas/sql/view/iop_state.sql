-- The state of a person's programme of a year after each word, since its day until the next word.
-- A programme of which nothing was said yet is a draft and has no row here. "yearly": closed together with its year.
CREATE VIEW iop_state AS
SELECT w.person, w.year, w.state, w.verb, w.ordered, w.day AS since,
       coalesce((SELECT min(n.day) FROM iop_word n
                  WHERE n.person = w.person AND n.year = w.year
                    AND (n.lamport, n.by_, n.seq) > (w.lamport, w.by_, w.seq)), 99999) AS until,
       w.lamport, w.by_, w.seq,
       w.state = 'closed' AND EXISTS (SELECT 1 FROM year_word y
                                       WHERE y.year = w.year AND y.lamport = w.lamport AND y.by_ = w.by_ AND y.state = 'closed') AS yearly
  FROM iop_word w;

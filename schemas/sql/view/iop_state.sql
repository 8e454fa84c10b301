-- The state of a person's programme of a year after each word, since its day until the next word.
-- A programme of which nothing was said yet is a draft and has no row here.
CREATE VIEW iop_state AS
SELECT w.person, w.year, w.state, w.verb, w.ordered, w.day AS since,
       coalesce((SELECT min(n.day) FROM iop_word n
                  WHERE n.person = w.person AND n.year = w.year
                    AND (n.lamport, n.by_, n.seq) > (w.lamport, w.by_, w.seq)), 99999) AS until,
       w.lamport, w.by_, w.seq
  FROM iop_word w;

-- Is a school year open or closed, after each word.
CREATE VIEW year_state AS
SELECT w.year, w.state, w.day AS since, w.lamport, w.by_, w.seq,
       NOT EXISTS (SELECT 1 FROM year_word x WHERE x.year = w.year AND (x.lamport, x.by_, x.seq) > (w.lamport, w.by_, w.seq)) AS newest
  FROM year_word w;

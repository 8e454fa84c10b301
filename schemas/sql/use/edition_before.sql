-- The editions that held before those that hold now.
SELECT w.programme, w.rest FROM edition_word w WHERE w.own = 1 ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1 OFFSET 1

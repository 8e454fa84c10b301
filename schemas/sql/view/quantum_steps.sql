-- Which steps a quantum got by which load: what was said of it while it had none belongs to the first that came then.
CREATE VIEW quantum_steps AS
SELECT q.quantum, q.steps, w.lamport, w.by_, w.seq
  FROM edition_word w
 CROSS JOIN quantum q ON q.edition = w.rest
 WHERE w.own = 1 AND q.steps <> '';

-- Of a quantum as it is loaded: the steps, and its author.
SELECT q.steps, (SELECT c.id FROM code c WHERE c.kind = 'person' AND c.code = q.author)
  FROM quantum q
 WHERE q.edition = :rest AND q.quantum = :quantum

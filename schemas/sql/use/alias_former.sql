-- What was called so in the newest edition that had it, retired since.
SELECT a.thing
  FROM edition e
 CROSS JOIN alias a ON a.edition = e.id AND a.kind = :kind AND a.key = :key
 ORDER BY e.id DESC
 LIMIT 1

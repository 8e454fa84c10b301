-- The newest edition that had an object, by id or label; its kind and number.
SELECT e.id, e.kind, (SELECT count(*) FROM edition o WHERE o.kind = e.kind AND o.id <= e.id)
  FROM edition e
 WHERE EXISTS (SELECT 1 FROM item i WHERE i.edition = e.id AND i.id = :id)
    OR EXISTS (SELECT 1 FROM alias a WHERE a.edition = e.id AND a.kind IN ('unit', 'module') AND a.key = :key)
 ORDER BY e.id DESC
 LIMIT 1

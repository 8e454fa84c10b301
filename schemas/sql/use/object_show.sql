-- One object, key by key: by id or label, of any kind.
SELECT i.kind, i.id, j.key, j.value
  FROM item i
 CROSS JOIN json_each(i.body) j
 WHERE i.edition IN (:programme, :rest)
   AND (i.id = :id OR EXISTS (SELECT 1 FROM alias a CROSS JOIN code c ON c.id = a.thing AND c.code = i.id
                               WHERE a.edition = i.edition AND a.kind = i.kind AND a.key = :key)
        OR i.kind = 'participant' AND i.body ->> '$.code' = :key)
 ORDER BY i.kind, i.id, j.id

-- Names of a kind to choose from, and what they name.
SELECT DISTINCT a.key, c.code
  FROM alias a CROSS JOIN code c ON c.id = a.thing
 WHERE a.edition IN (:programme, :rest) AND a.kind = :kind
 ORDER BY a.key, c.code

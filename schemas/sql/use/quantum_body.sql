-- A quantum as it is loaded, key by key, lists piece by piece.
SELECT j.key, v.value
  FROM item i
 CROSS JOIN json_each(i.body) j
 CROSS JOIN json_each(CASE j.type WHEN 'array' THEN j.value ELSE json_array(j.value) END) v
 WHERE i.edition = :rest AND i.kind = 'quantum' AND i.id = :code
 ORDER BY j.id, v.key

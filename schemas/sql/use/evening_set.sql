-- The people with whom a person is to be together, or apart from (:key).
SELECT c.id
  FROM setting_of s
 CROSS JOIN json_each(s.value) j
 CROSS JOIN code c ON c.kind = 'person' AND c.code = j.value
 WHERE s.person = :person AND s.key = :key AND s.since <= :on AND :on < s.until

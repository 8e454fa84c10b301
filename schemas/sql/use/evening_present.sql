-- Who was to be there, from which round to which, in the room or not, as a saved session's entry has it.
SELECT c.id, coalesce(j.value ->> '$.from', 1), j.value ->> '$.to', coalesce(j.value ->> '$.outside', 0)
  FROM entry e
 CROSS JOIN json_each(e.data, '$.present') j
 CROSS JOIN code c ON c.kind = 'person' AND c.code = j.value ->> '$.person'
 WHERE e.origin = :origin AND e.seq = :seq
 ORDER BY j.key

-- The meetings of a saved or recorded session, as its entry has them.
SELECT j.value ->> '$.round', j.value ->> '$.kind', j.value ->> '$.a', j.value ->> '$.b', j.value ->> '$.c',
       j.value ->> '$.a_gives', j.value ->> '$.b_gives', j.value ->> '$.c_gives',
       j.value ->> '$.a_result', j.value ->> '$.b_result', j.value ->> '$.c_result', j.value ->> '$.repeat', j.value ->> '$.omitted',
       j.value ->> '$.a_checked_by', j.value ->> '$.b_checked_by', j.value ->> '$.c_checked_by'
  FROM entry e
 CROSS JOIN json_each(e.data, '$.rows') j ON j.type = 'object'
 WHERE e.origin = :origin AND e.seq = :seq
 ORDER BY j.key

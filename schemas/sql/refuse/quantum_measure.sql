-- A measure is so many of so many, before and after.
SELECT m.origin, m.seq,
       CASE WHEN m.value IS NULL THEN '{quantum}: a measure is of before and of after: 9/24 and 17/24'
            ELSE '{quantum}: {value} is no measure: 9/24 means nine pupils of twenty-four' END AS reason, m.value
  FROM (SELECT f.origin, f.seq, j.value,
               f.data ->> '$.before' IS NULL AND f.data ->> '$.after' IS NULL AS none
          FROM fresh f
         CROSS JOIN json_each(json_array(f.data ->> '$.before', f.data ->> '$.after')) j
         WHERE f.verb = 'try') m
 WHERE NOT m.none
   AND (m.value IS NULL
        OR m.value GLOB '*[^0-9/]*' OR m.value NOT GLOB '[0-9]*/[1-9]*' OR m.value GLOB '*/*/*' OR length(m.value) > 11
        OR CAST(m.value AS INTEGER) > CAST(substr(m.value, instr(m.value, '/') + 1) AS INTEGER));

-- Nobody is kept apart from whom he is kept together with, whoever of both says it.
-- only when said
SELECT f.origin, f.seq, '{person} and {other} cannot be kept both apart and together' AS reason, substr(it.code, instr(it.code, '/') + 1) AS other
  FROM fresh f
 CROSS JOIN json_each(f.data, '$.value') j
 CROSS JOIN code me ON me.id = f.person
 CROSS JOIN code it ON it.kind = 'person' AND it.code = j.value
 WHERE f.verb = 'set' AND f.data ->> '$.key' IN ('apart', 'together')
   AND EXISTS (SELECT 1 FROM setting_of s
                CROSS JOIN json_each(s.value) k
                WHERE s.person IN (f.person, it.id) AND s.until = 99999
                  AND s.key = CASE f.data ->> '$.key' WHEN 'apart' THEN 'together' ELSE 'apart' END
                  AND k.value = CASE s.person WHEN f.person THEN it.code ELSE me.code END);

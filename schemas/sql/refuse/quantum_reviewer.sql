-- A quantum is reviewed by a methodist who is not its author.
-- only when said
SELECT f.origin, f.seq,
       CASE WHEN c.code = q.author THEN 'nobody reviews his own quantum: {checked_by} is the author of {quantum}'
            ELSE '{checked_by} is no methodist: {quantum} is reviewed by one' END AS reason
  FROM fresh f
 CROSS JOIN quantum q ON q.edition = :rest AND q.quantum = f.quantum
 CROSS JOIN code c ON c.id = f.checker
 WHERE f.verb = 'review'
   AND (c.code = q.author
        OR c.code <> 'methodist'
           AND NOT EXISTS (SELECT 1 FROM setting_of s
                            WHERE s.person = c.id AND s.key = 'roles' AND s.until = 99999
                              AND EXISTS (SELECT 1 FROM json_each(s.value) j WHERE j.value = 'methodist')));

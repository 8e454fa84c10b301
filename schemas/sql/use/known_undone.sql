-- People whose every enrolment was undone, with the hash of their names.
SELECT e.person, p.code, e.data ->> '$.org', e.data ->> '$.name'
  FROM secret s
 CROSS JOIN entry e ON e.origin = s.origin AND e.seq = s.seq
 CROSS JOIN origin o ON o.id = e.origin AND o.own = 1
 CROSS JOIN code p ON p.id = e.person
 WHERE e.verb = 'enrol' AND e.data ->> '$.name' = s.hash
   AND NOT EXISTS (SELECT 1 FROM enrol x WHERE x.person = e.person)
 GROUP BY e.person

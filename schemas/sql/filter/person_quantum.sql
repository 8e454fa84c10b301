-- which these people made or tried: person:p07
-- :value* person
-- filter: person_quantum
(q.author_id IN (SELECT value FROM json_each(:value))
 OR EXISTS (SELECT 1 FROM trial t WHERE t.quantum = q.quantum_id AND t.person IN (SELECT value FROM json_each(:value))))

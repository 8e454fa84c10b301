-- of these technologies: tech:kso
-- :value* technology
-- filter: unit_quantum
EXISTS (SELECT 1 FROM tie t WHERE t.edition = q.edition AND t.thing = q.quantum_id AND t.technology IN (SELECT value FROM json_each(:value)))

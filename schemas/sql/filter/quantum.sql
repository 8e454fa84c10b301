-- of these quanta: quantum:kv-pary-5min
-- :value* quantum
-- filter: quantum_id
q.quantum_id IN (SELECT value FROM json_each(:value))

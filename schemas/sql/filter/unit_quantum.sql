-- of these units: unit:pary-voz
-- :value* unit
-- filter: unit_quantum
EXISTS (SELECT 1 FROM quantum_unit u WHERE u.edition = q.edition AND u.quantum = q.quantum_id AND u.unit IN (SELECT value FROM json_each(:value)))

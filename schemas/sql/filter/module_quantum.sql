-- of units of these modules: module:pary
-- :value* module
-- filter: unit_quantum
EXISTS (SELECT 1
          FROM quantum_unit x
         CROSS JOIN unit u ON u.edition = :programme AND u.unit = x.unit
         WHERE x.edition = q.edition AND x.quantum = q.quantum_id AND u.module IN (SELECT value FROM json_each(:value)))

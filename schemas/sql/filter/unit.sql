-- of these units: unit:pary-voz
-- :value* unit
-- filter: unit_id
q.unit_id IN (SELECT value FROM json_each(:value))

-- modules that hold one of these units: unit:pary-voz
-- :value* unit
-- filter: module_unit
EXISTS (SELECT 1 FROM unit u WHERE u.edition = :programme AND u.module = q.module_id AND u.unit IN (SELECT value FROM json_each(:value)))

-- for these units: unit:pary-voz
-- :value* unit
-- filter: grp
EXISTS (SELECT 1 FROM grp_unit u WHERE u.edition = :rest AND u.grp = q.grp AND u.unit IN (SELECT value FROM json_each(:value)))

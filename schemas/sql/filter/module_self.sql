-- these modules: module:pary
-- :value* module
-- filter: module_id
q.module_id IN (SELECT value FROM json_each(:value))

-- of units of these modules, in any edition: module:pary
-- :value* module
-- filter: unit_id
q.unit_id IN (SELECT u.unit
                FROM json_each(:value) v
               CROSS JOIN edition e
               CROSS JOIN unit u ON u.edition = e.id AND u.module = v.value)

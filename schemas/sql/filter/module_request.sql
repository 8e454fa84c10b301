-- that point to a unit of one of these modules: module:pary
-- :value* module
-- filter: request_unit
EXISTS (SELECT 1
          FROM json_each(q.ids) j
         CROSS JOIN code c ON c.kind = 'unit' AND c.code = j.value
         WHERE c.id IN (SELECT u.unit FROM unit u WHERE u.edition = :programme AND u.module IN (SELECT value FROM json_each(:value))))

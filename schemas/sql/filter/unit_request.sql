-- that point to one of these units: unit:pary-voz
-- :value* unit
-- filter: request_unit
EXISTS (SELECT 1
          FROM json_each(q.ids) j
         CROSS JOIN code c ON c.kind = 'unit' AND c.code = j.value
         WHERE c.id IN (SELECT value FROM json_each(:value)))

-- that point to a unit whose module ties one of these technologies: tech:kso
-- :value* technology
-- filter: request_unit
EXISTS (SELECT 1
          FROM json_each(q.ids) j
         CROSS JOIN code c ON c.kind = 'unit' AND c.code = j.value
         WHERE c.id IN (SELECT u.unit
                           FROM json_each(:value) v
                          CROSS JOIN tie t ON t.edition = :programme AND t.technology = v.value
                          CROSS JOIN unit u ON u.edition = t.edition AND u.module = t.thing))

-- of units whose module ties these technologies: tech:kso
-- :value* technology
-- filter: unit_id
q.unit_id IN (SELECT u.unit
                FROM json_each(:value) v
               CROSS JOIN tie t ON t.edition = :programme AND t.technology = v.value
               CROSS JOIN unit u ON u.edition = t.edition AND u.module = t.thing)

-- whose programme has one of these units: unit:pary-voz
-- :value* unit
-- filter: programme
q.person_id IN (SELECT u.person
                  FROM json_each(:value) v
                 CROSS JOIN plan_unit u ON u.unit = v.value AND u.year = :year
                 CROSS JOIN iop i ON i.person = u.person AND i.year = u.year AND i.origin = u.origin AND i.seq = u.seq
                 WHERE i.since <= :on AND :on < i.until)

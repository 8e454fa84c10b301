-- whose programme has units of one of these modules: module:pary
-- :value* module
-- filter: programme
q.person_id IN (SELECT u.person
                  FROM json_each(:value) v
                 CROSS JOIN edition e
                 CROSS JOIN unit d ON d.edition = e.id AND d.module = v.value
                 CROSS JOIN plan_unit u ON u.unit = d.unit AND u.year = :year
                 CROSS JOIN iop i ON i.person = u.person AND i.year = u.year AND i.origin = u.origin AND i.seq = u.seq
                                 AND i.edition = e.id
                 WHERE i.since <= :on AND :on < i.until)

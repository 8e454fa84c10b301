-- whose programme has units of a module that ties one of these technologies: tech:kso
-- :value* technology
-- filter: programme
q.person_id IN (SELECT u.person
                  FROM json_each(:value) v
                 CROSS JOIN edition e
                 CROSS JOIN tie t ON t.edition = e.id AND t.technology = v.value
                 CROSS JOIN unit d ON d.edition = e.id AND d.module = t.thing
                 CROSS JOIN plan_unit u ON u.unit = d.unit AND u.year = :year
                 CROSS JOIN iop i ON i.person = u.person AND i.year = u.year AND i.origin = u.origin AND i.seq = u.seq
                                 AND i.edition = e.id
                 WHERE i.since <= :on AND :on < i.until)

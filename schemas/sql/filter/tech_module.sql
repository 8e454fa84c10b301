-- modules that tie these technologies: tech:kso
-- :value* technology
-- filter: module_id
q.module_id IN (SELECT t.thing
                  FROM json_each(:value) v
                 CROSS JOIN tie t ON t.edition = :programme AND t.technology = v.value)

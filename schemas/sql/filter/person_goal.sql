-- for which these people are responsible: person:p07
-- :value* person
-- filter: goal
q.responsible IN (SELECT c.code FROM json_each(:value) v CROSS JOIN code c ON c.id = v.value)

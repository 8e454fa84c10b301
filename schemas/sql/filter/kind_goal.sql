-- only these: kind:milestone
-- :value* word:target|milestone
-- filter: goal
q.kind IN (SELECT value FROM json_each(:value))

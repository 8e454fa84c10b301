-- of these groups: group:sg-1
-- :value* group
-- filter: group_id
q.group_id IN (SELECT value FROM json_each(:value))

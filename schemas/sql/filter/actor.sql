-- said by them: actor:methodist
-- :value* id
-- filter: actor
q.actor IN (SELECT value FROM json_each(:value))

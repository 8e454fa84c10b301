-- said with one of these verbs: verb:master
-- :value* id
-- filter: verb
q.verb IN (SELECT value FROM json_each(:value))

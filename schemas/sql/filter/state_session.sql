-- that stand so: state:held
-- :value* word:announced|planned|held|moved|cancelled
-- filter: status
q.status IN (SELECT value FROM json_each(:value))

-- that stand so: status:held
-- :value* word:announced|held|moved|cancelled
-- filter: status
q.status IN (SELECT value FROM json_each(:value))

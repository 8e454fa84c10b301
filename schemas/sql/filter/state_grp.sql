-- that stand so: state:open
-- :value* word:open|over|done|small|closed
-- filter: grp
q.state IN (SELECT value FROM json_each(:value))

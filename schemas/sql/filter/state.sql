-- in one of these states: state:mastered
-- :value* word:open|planned|started|mastered|passed|credited|bearer|draft|proposed|approved|closed
-- filter: state
q.state IN (SELECT value FROM json_each(:value))

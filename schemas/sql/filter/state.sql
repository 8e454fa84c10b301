-- in one of these states: state:mastered
-- :value* word:none|open|planned|started|mastered|passed|credited|bearer|draft|proposed|approved|closed
-- filter: state
coalesce(q.state, 'none') IN (SELECT value FROM json_each(:value))

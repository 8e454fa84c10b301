-- in one of these states: state:sample
-- :value* word:draft|described|tried|sample|retired
-- filter: quantum_state
q.state IN (SELECT value FROM json_each(:value))

-- requests in one of these states: state:open
-- :value* word:open|answered|closed
-- filter: request_state
q.state IN (SELECT value FROM json_each(:value))

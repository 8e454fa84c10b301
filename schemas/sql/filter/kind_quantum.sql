-- of these kinds: kind:lesson
-- :value* word:lesson|methodical|management
-- filter: quantum_kind
q.kind IN (SELECT value FROM json_each(:value))

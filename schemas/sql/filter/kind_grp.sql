-- of these kinds: kind:combined
-- :value* word:permanent|creative|combined|team
-- filter: grp
q.kind IN (SELECT value FROM json_each(:value))

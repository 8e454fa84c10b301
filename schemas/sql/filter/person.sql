-- of these people: person:p07,p08
-- :value* person
-- filter: person_id
unlikely(q.person_id IN (SELECT value FROM json_each(:value)))

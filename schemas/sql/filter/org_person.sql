-- of people of these organisations, as they belong now: org:s161
-- :value* org
-- filter: person_id
(SELECT p.org FROM person p WHERE p.id = q.person_id ORDER BY p.since DESC LIMIT 1) IN (SELECT value FROM json_each(:value))

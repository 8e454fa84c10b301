-- whose authors belong to these organisations now: org:s161
-- :value* org
-- filter: author_org
(SELECT p.org FROM person p WHERE p.id = q.author_id ORDER BY p.since DESC LIMIT 1) IN (SELECT value FROM json_each(:value))

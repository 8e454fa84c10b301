-- of these organisations: org:s161
-- :value* org
-- filter: org_id
q.org_id IN (SELECT value FROM json_each(:value))

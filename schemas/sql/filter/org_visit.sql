-- shown by people of these organisations: org:net-a
-- :value* org
-- filter: visit
EXISTS (SELECT 1 FROM person p WHERE p.id = q.host AND p.since <= q.day AND q.day < p.until AND p.org IN (SELECT value FROM json_each(:value)))

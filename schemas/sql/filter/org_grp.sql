-- with people of these organisations: org:net-a
-- :value* org
-- filter: grp
EXISTS (SELECT 1
          FROM membership m
         CROSS JOIN person p ON p.id = m.person AND p.since <= :on AND :on < p.until
         WHERE m.grp = q.grp AND m.since <= :on AND :on < m.until AND p.org IN (SELECT value FROM json_each(:value)))

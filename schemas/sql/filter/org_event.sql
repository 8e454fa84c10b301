-- led by these organisations, or with people of theirs in its groups: org:net-a
-- :value* org
-- filter: event
EXISTS (SELECT 1
          FROM json_each(:value) v
         WHERE v.value = (SELECT coalesce(x.org, :org) FROM event x WHERE x.edition = :rest AND x.id = q.event)
            OR EXISTS (SELECT 1
                         FROM event_grp g
                        CROSS JOIN membership m ON m.grp = g.grp
                        CROSS JOIN person p ON p.id = m.person
                        WHERE g.edition = :rest AND g.event = q.event AND m.since <= q.day AND q.day < m.until
                          AND p.since <= q.day AND q.day < p.until AND p.org = v.value))

-- for which these people are responsible, or in whose groups they are: person:p07
-- :value* person
-- filter: event
EXISTS (SELECT 1
          FROM json_each(:value) v
         CROSS JOIN code c ON c.id = v.value
         WHERE c.code = (SELECT x.responsible FROM event x WHERE x.edition = :rest AND x.id = q.event)
            OR EXISTS (SELECT 1
                         FROM event_grp g
                        CROSS JOIN membership m ON m.grp = g.grp AND m.person = v.value
                        WHERE g.edition = :rest AND g.event = q.event AND m.since <= q.day AND q.day < m.until))

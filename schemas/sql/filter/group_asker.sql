-- asked by these groups, or by people who belong to them now: group:uk-161
-- :value* group
-- filter: asker
q.asker IN (SELECT value FROM json_each(:value))
OR q.person_id IN (SELECT m.person
                     FROM json_each(:value) v
                    CROSS JOIN membership m ON m.grp = v.value
                    WHERE m.since <= :today AND :today < m.until)

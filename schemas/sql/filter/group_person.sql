-- of people who belong to these groups now: group:sg-1
-- :value* group
-- filter: person_id
q.person_id IN (SELECT m.person
                  FROM json_each(:value) v
                 CROSS JOIN membership m ON m.grp = v.value
                 WHERE m.since <= :today AND :today < m.until)

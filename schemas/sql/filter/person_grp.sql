-- that these people lead or are in: person:p07
-- :value* person
-- filter: grp
EXISTS (SELECT 1
          FROM json_each(:value) v
         WHERE v.value = q.leader
            OR EXISTS (SELECT 1 FROM membership m WHERE m.grp = q.grp AND m.person = v.value AND m.since <= :on AND :on < m.until))

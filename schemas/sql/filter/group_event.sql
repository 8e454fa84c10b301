-- for these groups: group:sg-1
-- :value* group
-- filter: event
(EXISTS (SELECT 1 FROM event_grp g WHERE g.edition = :rest AND g.event = q.event AND g.grp IN (SELECT value FROM json_each(:value)))
 OR EXISTS (SELECT 1 FROM json_each(:value) j
             CROSS JOIN code c ON c.id = j.value
             WHERE substr(q.session, 1, instr(q.session, '@') - 1) = c.code))

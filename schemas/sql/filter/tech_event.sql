-- of groups for units whose module ties these technologies: tech:kso
-- :value* technology
-- filter: event
EXISTS (SELECT 1
          FROM event_grp g
         CROSS JOIN grp_unit w ON w.edition = g.edition AND w.grp = g.grp
         CROSS JOIN unit u ON u.edition = :programme AND u.unit = w.unit
         CROSS JOIN tie t ON t.edition = u.edition AND t.thing = u.module
         WHERE g.edition = :rest AND g.event = q.event AND t.technology IN (SELECT value FROM json_each(:value)))

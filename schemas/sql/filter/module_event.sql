-- of groups for units of these modules: module:pary
-- :value* module
-- filter: event
EXISTS (SELECT 1
          FROM event_grp g
         CROSS JOIN grp_unit w ON w.edition = g.edition AND w.grp = g.grp
         CROSS JOIN unit u ON u.edition = :programme AND u.unit = w.unit
         WHERE g.edition = :rest AND g.event = q.event AND u.module IN (SELECT value FROM json_each(:value)))

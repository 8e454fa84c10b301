-- of groups for these units: unit:pary-voz
-- :value* unit
-- filter: event
EXISTS (SELECT 1
          FROM event_grp g
         CROSS JOIN grp_unit u ON u.edition = g.edition AND u.grp = g.grp
         WHERE g.edition = :rest AND g.event = q.event AND u.unit IN (SELECT value FROM json_each(:value)))

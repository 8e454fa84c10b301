-- Names to choose from where none fits: events, and groups that have events.
SELECT e.id, e.id FROM event e WHERE e.edition = :rest
UNION
SELECT c.code, c.code FROM event_grp g CROSS JOIN code c ON c.id = g.grp WHERE g.edition = :rest

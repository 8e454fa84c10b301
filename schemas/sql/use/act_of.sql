-- The act that holds an entry.
SELECT e.origin, e.act, o.code FROM origin o CROSS JOIN entry e ON e.origin = o.id AND e.seq = :seq WHERE o.code = :origin

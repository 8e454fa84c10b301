-- The hash of what stands in the block of a form that :data (JSON) speaks of, null where nothing does.
SELECT f.words FROM form f
 WHERE f.person = :person AND f.year = CAST(:data ->> '$.year' AS INTEGER) AND f.block = CAST(:data ->> '$.block' AS TEXT) AND f.own = 1
 ORDER BY f.lamport DESC, f.by_ DESC, f.seq DESC LIMIT 1

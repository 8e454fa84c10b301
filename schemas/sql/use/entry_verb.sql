-- The verb of an entry.
SELECT verb FROM entry WHERE origin = :origin AND seq = :seq

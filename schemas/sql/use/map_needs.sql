-- What a unit rests on.
SELECT need FROM need WHERE edition = :programme AND unit = :unit ORDER BY need

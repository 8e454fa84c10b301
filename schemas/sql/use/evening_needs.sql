-- What a unit rests on.
SELECT n.need FROM need n WHERE n.edition = :programme AND n.unit = :unit

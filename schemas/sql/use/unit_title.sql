-- Title of a unit.
SELECT title FROM unit WHERE edition = :programme AND unit = :unit

-- What units rest on, in every edition.
SELECT edition, unit, need FROM need ORDER BY edition, unit

-- The tally as it is kept.
SELECT year, unit, day, n FROM tally WHERE unit > 0

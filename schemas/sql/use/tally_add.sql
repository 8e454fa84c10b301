-- So many more from a day on.
INSERT INTO tally (year, unit, day, n) VALUES (:year, :unit, :day, :n)
    ON CONFLICT DO UPDATE SET n = n + excluded.n

-- The days of a school year: from the first that belongs to it to the last of the teachers.
SELECT max(c.opens, c.since - 100), c.until FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year

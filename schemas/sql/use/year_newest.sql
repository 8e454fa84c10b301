-- The year of the newest calendar.
SELECT max(year) FROM calendar WHERE edition = :rest AND org = :org

-- Days off of a calendar, and days worked all the same.
SELECT since, until, works FROM day_off WHERE edition = :rest AND calendar = :calendar ORDER BY since

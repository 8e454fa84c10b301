-- The school year of a day: the calendar that holds it, else the next one.
SELECT year FROM calendar WHERE edition = :rest AND org = :org AND :on BETWEEN opens AND until

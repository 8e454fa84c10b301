-- The teachers' days of a year, its state (null: never spoken of).
SELECT c.since, c.until, (SELECT y.state FROM year_state y WHERE y.year = c.year AND y.newest = 1)
  FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year

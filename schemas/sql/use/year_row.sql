-- State, opening and closing of a year.
SELECT (SELECT y.state FROM year_state y WHERE y.year = :year AND y.newest = 1),
       (SELECT max(w.day) FROM year_word w WHERE w.year = :year AND w.state = 'open'),
       (SELECT max(y.since) FROM year_state y WHERE y.year = :year AND y.newest = 1 AND y.state = 'closed')

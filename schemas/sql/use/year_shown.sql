-- The school year that is shown where none is named: of the open ones the newest, else the newest closed.
SELECT coalesce((SELECT max(y.year) FROM year_state y WHERE y.newest = 1 AND y.state = 'open'),
                (SELECT max(y.year) FROM year_state y WHERE y.newest = 1))

-- How many rows of a kind a closed year froze.
SELECT count(*) FROM frozen WHERE year = :year AND kind = :kind

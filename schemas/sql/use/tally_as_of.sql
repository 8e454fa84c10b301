-- How many more since the beginning: who can teach (0) and who waits in a year.
SELECT year, unit, sum(n)
  FROM tally
 WHERE year IN (0, :year) AND unit > 0 AND day <= :on
 GROUP BY year, unit

-- A question under filters: it stands in the place of SELECT 1, the conditions behind WHERE true.
SELECT * FROM (
/* question */ SELECT 1 /* question */
) AS q
 WHERE true /* filters */

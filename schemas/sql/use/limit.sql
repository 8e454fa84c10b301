-- The first rows of a question, which stands in the place of SELECT 1.
SELECT * FROM (
/* question */ SELECT 1 /* question */
) AS q
 LIMIT :limit

-- The list of programmes as rows that a closing year keeps: around the question iop_list, which reads them again.
SELECT json_group_array(json_array(
         (SELECT c.code FROM code c WHERE c.id = q.person_id), q.org, q.post, q.subject, q.state, q.edition, q.units,
         q.mastered, q.hours, q.capacity, q.due, q.late))
  FROM (
/* question */
SELECT 1 AS person_id, 2 AS org, 3 AS post, 4 AS subject, 5 AS state, 6 AS edition, 7 AS units, 8 AS mastered, 9 AS hours,
       10 AS capacity, 11 AS due, 12 AS late
/* question */
) AS q

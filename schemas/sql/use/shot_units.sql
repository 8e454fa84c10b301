-- Units of a closed year's board.
SELECT body ->> '$.unit', body ->> '$.label', body ->> '$.module', body ->> '$.can', body ->> '$.wait'
  FROM frozen WHERE year = :year AND kind = 'unit' ORDER BY ord

-- Legend of a closed year's board.
SELECT body ->> '$.state', body ->> '$.mark', body ->> '$.plain', body ->> '$.word'
  FROM frozen WHERE year = :year AND kind = 'legend' ORDER BY ord

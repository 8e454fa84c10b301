-- People of a closed year's board.
SELECT body ->> '$.person', body ->> '$.org', body ->> '$.short', body ->> '$.groups', body ->> '$.mastered', body ->> '$.of', body ->> '$.taught'
  FROM frozen WHERE year = :year AND kind = 'person' ORDER BY ord

-- The day that a closed year was frozen at.
SELECT body ->> '$.on' FROM frozen WHERE year = :year AND kind = 'head'

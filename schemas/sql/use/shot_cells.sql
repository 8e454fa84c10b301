-- Cells of a closed year's board: person, unit (by their order), state, in the programme, late, year of an earlier mark.
SELECT body ->> '$[0]', body ->> '$[1]', body ->> '$[2]', body ->> '$[3]', body ->> '$[4]', body ->> '$[5]'
  FROM frozen WHERE year = :year AND kind = 'cell' ORDER BY ord

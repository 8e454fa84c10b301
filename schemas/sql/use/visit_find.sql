-- Visits of a number: of one origin, or of all that are ours.
SELECT v.by_, v.seq
  FROM visit v
 WHERE v.number = :number AND CASE WHEN :by IS NULL THEN v.own = 1 ELSE v.by_ = :by END
 ORDER BY v.by_

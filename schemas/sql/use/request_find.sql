-- Requests of a number: of one origin, or of all that are ours.
SELECT r.by_, r.seq, r.person, p.code
  FROM request r
  LEFT JOIN code p ON p.id = r.person
 WHERE r.seq = :seq AND CASE WHEN :by IS NULL THEN r.own = 1 ELSE r.by_ = :by END
 ORDER BY r.origin

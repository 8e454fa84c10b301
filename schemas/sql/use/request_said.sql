-- What was just said of a request.
SELECT x.number, e.day, coalesce((SELECT s.shown FROM shown s WHERE s.id = r.person), g.code)
  FROM entry e
 CROSS JOIN origin o ON o.id = e.origin
 CROSS JOIN request r ON r.seq = CASE e.verb WHEN 'request' THEN e.seq ELSE e.about_seq END
   AND r.by_ = CASE e.verb WHEN 'request' THEN o.code ELSE e.about END
 CROSS JOIN request_number x ON x.seq = r.seq AND x.by_ = r.by_
  LEFT JOIN code g ON g.id = r.grp
 WHERE e.origin = :origin AND e.seq = :seq

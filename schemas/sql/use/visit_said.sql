-- A visit as it stands: number, day, lesson, class, host, quantum, seats, how many come.
SELECT n.number, v.day, v.lesson, v.class, v.host, q.code, v.seats,
       (SELECT count(*) FROM visit_guest g WHERE g.about_seq = v.seq AND g.about = v.by_)
  FROM visit v
 CROSS JOIN visit_number n ON n.seq = v.seq AND n.by_ = v.by_
  LEFT JOIN code q ON q.id = v.quantum
 WHERE v.seq = :seq AND v.by_ = :by

-- What a person holds: 1 since an earlier year, 2 borne or credited in this one, 3 mastered in this one.
SELECT h.unit,
       CASE WHEN max(h.step = 5) THEN 2
            WHEN min(CASE WHEN h.step = 3 THEN e.data ->> '$.year' >= :year ELSE h.since >= y.since END) = 0 THEN 1
            WHEN max(h.step = 3) THEN 2 ELSE 3 END
  FROM holds h
 CROSS JOIN entry e ON e.origin = h.origin AND e.seq = h.seq
 CROSS JOIN calendar y ON y.edition = :rest AND y.org = :org AND y.year = :year
 WHERE h.person = :person AND h.part = 0 AND h.until > :today
 GROUP BY h.unit

-- A pause ends after it begins and lies in school years that a calendar holds.
SELECT f.origin, f.seq,
       CASE WHEN f.data ->> '$.to' < f.data ->> '$.from' THEN 'the pause of {person} ends on {to}, before it begins on {from}'
            ELSE 'no calendar holds {from} and {to}' END AS reason
  FROM fresh f
 WHERE f.verb = 'pause'
   AND (f.data ->> '$.to' < f.data ->> '$.from'
        OR NOT EXISTS (SELECT 1 FROM calendar y WHERE y.edition = :rest AND y.org = :org
                          AND CAST(julianday(f.data ->> '$.from') - 2440587.5 AS INTEGER) BETWEEN y.since AND y.until)
        OR NOT EXISTS (SELECT 1 FROM calendar y WHERE y.edition = :rest AND y.org = :org
                          AND CAST(julianday(f.data ->> '$.to') - 2440587.5 AS INTEGER) BETWEEN y.since AND y.until));

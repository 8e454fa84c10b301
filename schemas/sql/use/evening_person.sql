-- A person on a day: organisation, idle rounds and how often he taught in the year so far, most meetings in which he
-- teaches, his technologies (as a JSON list), is he pausing, the first day of the year.
SELECT p.org,
       (SELECT count(*) FROM met m WHERE m.person = p.id AND m.other = 0 AND m.day BETWEEN y.since AND :on),
       (SELECT count(*) FROM taught t WHERE t.giver = p.id AND t.day BETWEEN y.since AND :on),
       (SELECT s.value FROM setting_of s WHERE s.person = p.id AND s.key = 'load' AND s.since <= :on AND :on < s.until),
       (SELECT json_group_array(DISTINCT g.technology) FROM membership m
         CROSS JOIN grp g ON g.edition = :rest AND g.grp = m.grp AND g.technology IS NOT NULL
         WHERE m.person = p.id AND m.since <= :on AND :on < m.until),
       EXISTS (SELECT 1 FROM pause x WHERE x.person = p.id AND :on BETWEEN x.since AND x.until),
       p.org = :org
  FROM person p
  LEFT JOIN calendar y ON y.edition = :rest AND y.org = :org AND y.year = :year
 WHERE p.id = :person AND p.since <= :on AND :on < p.until

-- Everybody who belongs to a group, and since when.
SELECT m.person, c.code, m.since
  FROM membership m
 CROSS JOIN code c ON c.id = m.person
 WHERE m.grp = :group AND m.until = 99999
 ORDER BY c.code

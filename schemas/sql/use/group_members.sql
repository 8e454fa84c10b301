-- Who belongs to a group on a day and takes part.
SELECT p.id
  FROM membership m
 CROSS JOIN person p ON p.id = m.person AND p.since <= :on AND :on < p.until
 WHERE m.grp = :group AND m.since <= :on AND :on < m.until
 ORDER BY p.bare, p.code

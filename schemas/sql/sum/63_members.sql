-- People in combined groups, of all who take part
-- section: groups
-- of: rows
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: enrol everybody is counted
SELECT p.id        AS person,  -- person Person
       p.org_code  AS org,     -- id     School
       EXISTS (SELECT 1
                 FROM membership m
                CROSS JOIN grp g ON g.edition = :rest AND g.grp = m.grp AND g.kind = 'combined'
                WHERE m.person = p.id AND m.since <= :on AND m.until > :from
                  AND coalesce(g.since, :from) <= :on AND coalesce(g.until, :from) >= :from
                  AND NOT EXISTS (SELECT 1 FROM dissolved d WHERE d.grp = g.grp AND d.day < :from))
                   AS counts   -- key
  FROM person p
 WHERE p.since <= :on AND :on < p.until
 ORDER BY p.bare, p.code

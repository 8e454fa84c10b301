-- Combined groups dissolved, of those of the period
-- section: groups
-- of: rows
-- :from  since  the first day of the period
-- :on    day    the day that is meant
SELECT c.code   AS "group",  -- id    Group
       g.title  AS title,    -- title Title
       (SELECT min(d.day) FROM dissolved d WHERE d.grp = g.grp AND d.day <= :on)
                AS closed,   -- day   Dissolved
       EXISTS (SELECT 1 FROM dissolved d WHERE d.grp = g.grp AND d.day <= :on)
                AS counts    -- key
  FROM grp g
 CROSS JOIN code c ON c.id = g.grp
 WHERE g.edition = :rest AND g.kind = 'combined' AND coalesce(g.since, :from) <= :on AND coalesce(g.until, :from) >= :from
   AND NOT EXISTS (SELECT 1 FROM dissolved d WHERE d.grp = g.grp AND d.day < :from)
 ORDER BY g.ord, c.code

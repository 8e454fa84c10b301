-- Groups: who leads them, who is in them, for which units and until when; which of them are to be dissolved.
-- :on    day   as it was on this day = today
-- :year  year  the school year of whose programmes units are meant, by the year it ends in
-- filter: group_id grp search
--
-- A combined group is to be dissolved when it is "over" (its span has ended), "done" (its members have nothing of its
-- units to learn any more) or "small" (fewer than three are left): nsi session group close. "closed": it was.
SELECT q.code       AS "group",    -- id       Group
       q.title      AS title,      -- title    Title
       q.kind       AS kind,       -- word:permanent|creative|combined|team Kind
       q.leader     AS leader,     -- person   Leader
       q.members    AS members,    -- people   Members
       q.since      AS "from",     -- day      First day
       q.until      AS "to",       -- day      Last day
       q.units      AS units,      -- list     Its units
       q.state      AS state,      -- word:open|over|done|small|closed State
       q.closed     AS closed,     -- day      (Dissolved)
       q.words      AS reason,     -- private  (Reason)
       q.grp        AS group_id,   -- key
       q.grp        AS grp,        -- key
       q.search     AS search      -- key
  FROM (SELECT w.*, w.grp AS group_id,
               CASE WHEN w.closed IS NOT NULL THEN 'closed'
                    WHEN w.kind <> 'combined' THEN 'open'
                    WHEN w.until < :on THEN 'over'
                    WHEN w.learns > 0 AND w.lacks = 0 THEN 'done'
                    WHEN w.many < 3 THEN 'small'
                    ELSE 'open' END AS state
          FROM (SELECT g.grp, g.ord, g.kind, g.title, g.since, g.until, c.code, l.id AS leader, g.title || ' ' || c.code AS search,
                       (SELECT min(d.day) FROM dissolved d WHERE d.grp = g.grp AND d.day <= :on) AS closed,
                       (SELECT CASE d.own WHEN 1 THEN d.words END FROM dissolved d WHERE d.grp = g.grp AND d.day <= :on
                         ORDER BY d.day, d.lamport LIMIT 1) AS words,
                       (SELECT group_concat(x.id, ' ')
                          FROM (SELECT p.id FROM membership m
                                 CROSS JOIN person p ON p.id = m.person AND p.since <= :on AND :on < p.until
                                 WHERE m.grp = g.grp AND m.since <= :on AND :on < m.until
                                 ORDER BY p.bare, p.code) x) AS members,
                       (SELECT count(*) FROM membership m
                         CROSS JOIN person p ON p.id = m.person AND p.since <= :on AND :on < p.until
                         WHERE m.grp = g.grp AND m.since <= :on AND :on < m.until) AS many,
                       (SELECT group_concat(x.code, ' ')
                          FROM (SELECT u.code FROM grp_unit v CROSS JOIN code u ON u.id = v.unit
                                 WHERE v.edition = g.edition AND v.grp = g.grp ORDER BY v.ord) x) AS units,
                       (SELECT count(*) FROM membership m
                         CROSS JOIN grp_unit v ON v.edition = g.edition AND v.grp = m.grp
                         CROSS JOIN iop_unit i ON i.person = m.person AND i.year = :year AND i.unit = v.unit
                                              AND i.since <= :on AND :on < i.until
                         WHERE m.grp = g.grp AND m.since <= :on AND :on < m.until) AS learns,
                       (SELECT count(*) FROM membership m
                         CROSS JOIN person p ON p.id = m.person AND p.since <= :on AND :on < p.until
                         CROSS JOIN grp_unit v ON v.edition = g.edition AND v.grp = m.grp
                         CROSS JOIN iop_unit i ON i.person = m.person AND i.year = :year AND i.unit = v.unit
                                              AND i.since <= :on AND :on < i.until
                         WHERE m.grp = g.grp AND m.since <= :on AND :on < m.until
                           AND NOT EXISTS (SELECT 1 FROM holds h
                                            WHERE h.person = m.person AND h.unit = v.unit AND h.part = 0
                                              AND h.since <= :on AND :on < h.until)) AS lacks
                  FROM grp g
                 CROSS JOIN code c ON c.id = g.grp
                  LEFT JOIN code l ON l.kind = 'person' AND l.code = g.leader
                 WHERE g.edition = :rest) w) q
 WHERE true /* filters */
 ORDER BY q.ord, q.code

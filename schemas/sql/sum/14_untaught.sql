-- Units that nobody can teach, of those in somebody's programme
-- section: main
-- of: rows
-- :on    day   the day that is meant
-- :year  year  its school year
-- scans: plan_unit plan every programme is looked at
SELECT c.code                    AS unit,    -- id    Unit
       coalesce(u.label, c.code) AS label,   -- text  Label
       coalesce(u.title, '')     AS title,   -- title Title
       NOT EXISTS (SELECT 1 FROM can_teach a WHERE a.unit = d.unit AND a.part = 0 AND a.since <= :on AND :on < a.until)
                                 AS counts   -- key
  FROM (SELECT DISTINCT w.unit
          FROM iop i
         CROSS JOIN plan_unit w ON w.person = i.person AND w.year = i.year AND w.origin = i.origin AND w.seq = i.seq
         WHERE i.year = :year AND i.since <= :on AND :on < i.until
           AND EXISTS (SELECT 1 FROM person p WHERE p.id = i.person AND p.since <= :on AND :on < p.until)
           AND NOT EXISTS (SELECT 1 FROM iop_state s
                            WHERE s.person = i.person AND s.year = i.year AND s.since <= :on AND :on < s.until
                              AND s.state = 'closed' AND NOT s.yearly)) d
 CROSS JOIN code c ON c.id = d.unit
  LEFT JOIN unit u ON u.edition = :programme AND u.unit = d.unit
 ORDER BY u.ord IS NULL, u.ord, c.code

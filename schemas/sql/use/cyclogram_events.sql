-- The events that have a day between two days: rule, id, kind, title, begin, minutes, groups, first day, last day, how many.
SELECT e.rule, e.id, e.kind, e.title, e.start, e.minutes, e.grps, min(o.day),
       CASE WHEN e.rule IS NULL AND e.until > e.since THEN max(o.day) + e.until - e.since ELSE max(o.day) END, count(*), e.since
  FROM event e
 CROSS JOIN occurrence o ON o.edition = e.edition AND o.event = e.id
 WHERE e.edition = :rest AND o.day BETWEEN :from AND :to
   AND (e.ngrp = 0
        OR EXISTS (SELECT 1 FROM event_grp g
                    WHERE g.edition = e.edition AND g.event = e.id
                      AND NOT EXISTS (SELECT 1 FROM dissolved d WHERE d.grp = g.grp AND d.day < o.day)))
   AND (:group = 0 OR EXISTS (SELECT 1 FROM event_grp g WHERE g.edition = :rest AND g.event = e.id AND g.grp = :group))
   AND (:of = 0 OR coalesce(e.org, :org) = :of)
 GROUP BY e.edition, e.id
 ORDER BY min(o.day), e.start, e.ord

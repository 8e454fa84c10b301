-- What is planned or was held between two days, but for what was cancelled; of a group and an organisation (0: any).
-- scans: session_word the few of which something was said
SELECT s.session, s.event, s.kind, coalesce(e.title, s.event), e.start, s.day,
       CASE WHEN e.rule IS NULL AND e.until > e.since THEN s.day + e.until - e.since ELSE s.day END
  FROM session s
  LEFT JOIN event e ON e.edition = s.edition AND e.id = s.event
 WHERE s.edition = :rest AND s.status <> 'cancelled' AND s.day <= :to
   AND (s.day >= :from OR e.rule IS NULL AND s.day + e.until - e.since >= :from)
   AND (:group = 0 OR EXISTS (SELECT 1 FROM event_grp g WHERE g.edition = :rest AND g.event = s.event AND g.grp = :group))
   AND (:of = 0 OR coalesce(e.org, :org) = :of)
 ORDER BY s.day, e.start, e.ord, s.session

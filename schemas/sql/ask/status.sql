-- What waits today, each line with the command that tells more.
-- :on    day   as it was on this day = today
-- :year  year  the school year, by the year it ends in
-- scans: request plan enrol all who may wait are counted
SELECT q.kind     AS kind,     -- id    [Kind]
       q.count    AS count,    -- int   Count
       CASE q.kind WHEN 'empty' THEN 'no programme is loaded yet'
            WHEN 'year' THEN 'no school year is open'
            WHEN 'request_late' THEN 'requests unanswered for too long'
            WHEN 'request' THEN 'requests without an answer'
            WHEN 'late' THEN 'units past their due date'
            WHEN 'untaught' THEN 'units that nobody can teach'
            WHEN 'unchosen' THEN 'drafts without a choice'
            WHEN 'proposed' THEN 'programmes proposed and not yet approved' END
                  AS text,     -- word  What waits
       q.command  AS command   -- text  Command
  FROM (SELECT 0 AS ord, '' AS kind, 0 AS count, '' AS command WHERE false
        UNION ALL
        SELECT 1, 'empty', 0, 'nsi help module load'
         WHERE :programme = 0
        UNION ALL
        SELECT 2, 'year', 0, 'nsi year open'
         WHERE NOT EXISTS (SELECT 1 FROM year_state y WHERE y.newest = 1 AND y.state = 'open')
        UNION ALL
        SELECT 3, 'request_late', count(*), 'nsi iop request list +late'
          FROM request r
         WHERE r.day <= :on AND :on - r.day > coalesce((SELECT p.answer_days FROM programme p WHERE p.edition = :programme), 5)
           AND NOT EXISTS (SELECT 1 FROM request_word w WHERE w.about_seq = r.seq AND w.about = r.by_ AND w.day <= :on)
        UNION ALL
        SELECT 4, 'request', count(*), 'nsi iop request list state:open'
          FROM request r
         WHERE r.day <= :on
           AND NOT EXISTS (SELECT 1 FROM request_word w WHERE w.about_seq = r.seq AND w.about = r.by_ AND w.day <= :on)
        UNION ALL
        SELECT 5, 'late', count(*), 'nsi iop list +late'
          FROM iop i
         CROSS JOIN plan_unit u ON u.person = i.person AND u.year = i.year AND u.origin = i.origin AND u.seq = i.seq AND u.due < :on
         WHERE i.year = :year AND i.since <= :on AND :on < i.until
           AND EXISTS (SELECT 1 FROM person p WHERE p.id = i.person AND p.since <= :on AND :on < p.until)
           AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.person = u.person AND h.unit = u.unit AND h.part = 0
                                                   AND h.since <= :on AND :on < h.until)
        UNION ALL
        SELECT 6, 'untaught', count(DISTINCT u.unit), 'nsi report board --view plan'
          FROM iop i
         CROSS JOIN plan_unit u ON u.person = i.person AND u.year = i.year AND u.origin = i.origin AND u.seq = i.seq
         WHERE i.year = :year AND i.since <= :on AND :on < i.until
           AND NOT EXISTS (SELECT 1 FROM can_teach t WHERE t.unit = u.unit AND t.part = 0 AND t.since <= :on AND :on < t.until)
        UNION ALL
        SELECT 7, 'unchosen', count(*), 'nsi iop list state:draft'
          FROM iop i
         WHERE i.year = :year AND i.since <= :on AND :on < i.until
           AND 'draft' = coalesce((SELECT s.state FROM iop_state s
                                    WHERE s.person = i.person AND s.year = i.year AND s.since <= :on AND :on < s.until), 'draft')
           AND NOT EXISTS (SELECT 1 FROM plan_unit u WHERE u.person = i.person AND u.year = i.year AND u.origin = i.origin
                                                       AND u.seq = i.seq AND u.why = 'chosen')
        UNION ALL
        SELECT 8, 'proposed', count(*), 'nsi iop list state:proposed'
          FROM iop i
         WHERE i.year = :year AND i.since <= :on AND :on < i.until
           AND 'proposed' = (SELECT s.state FROM iop_state s
                              WHERE s.person = i.person AND s.year = i.year AND s.since <= :on AND :on < s.until)) q
 WHERE q.count > 0 OR q.kind IN ('empty', 'year')
 ORDER BY q.ord

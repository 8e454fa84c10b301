-- What waits today, each line with the command that tells more.
-- :on    day   as it was on this day = today
-- :year  year  the school year, by the year it ends in
-- :all   flag  every line, be there more than ten
-- empty: nothing waits today
-- scans: request plan enrol mark session_word as many as one may wait for are looked at, no more
--
-- "count" is how many rows the command shows. So that it comes at once in a database of any size, 500 programmes, the 500 newest people and
-- the 2000 newest requests are looked at: beyond that "more" is true, and the count is of those looked at.
WITH looked AS MATERIALIZED (
  SELECT i.person, i.origin, i.seq,
         coalesce((SELECT s.state FROM iop_state s
                    WHERE s.person = i.person AND s.year = :year AND s.since <= :on AND :on < s.until), 'draft') AS state
    FROM iop i
   WHERE i.year = :year AND i.since <= :on AND :on < i.until
   LIMIT 500
), enough AS (
  SELECT count(*) = 500 AS more FROM looked
), joined AS MATERIALIZED (
  SELECT x.person
    FROM (SELECT DISTINCT e.person FROM enrol e ORDER BY e.person DESC LIMIT 500) x
), without AS MATERIALIZED (
  SELECT j.person FROM joined j
   WHERE NOT EXISTS (SELECT 1 FROM iop i WHERE i.person = j.person AND i.year = :year AND i.since <= :on AND :on < i.until)
     AND EXISTS (SELECT 1 FROM person p WHERE p.id = j.person AND p.since <= :on AND :on < p.until)
), year_now AS MATERIALIZED (
  SELECT 1 FROM year_state y WHERE y.year = :year AND y.newest = 1 AND y.state = 'open'
), meetings AS MATERIALIZED (
  SELECT s.day, s.status, s.kind FROM session s WHERE s.edition = :rest AND s.status IN ('announced', 'planned', 'moved')
), next_day AS MATERIALIZED (
  SELECT min(m.day) AS day FROM meetings m
   WHERE m.day > :on + 7
     AND m.day <= (SELECT c.until FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year)
     AND NOT EXISTS (SELECT 1 FROM meetings w WHERE w.day BETWEEN :on AND :on + 7)
), asked AS MATERIALIZED (
  SELECT r.seq, r.by_, r.day FROM request r WHERE r.day <= :on ORDER BY r.seq DESC, r.by_ DESC LIMIT 2000
), owing AS MATERIALIZED (
  SELECT w.person FROM owed w
   WHERE w.since <= :on AND :on < w.until AND EXISTS (SELECT 1 FROM person p WHERE p.id = w.person AND p.since <= :on AND :on < p.until)
   LIMIT 1000
), unanswered AS MATERIALIZED (
  SELECT r.day,
         :on - r.day > coalesce((SELECT p.answer_days FROM programme p WHERE p.edition = :programme), 5) AS late
    FROM asked r
   WHERE NOT EXISTS (SELECT 1 FROM request_word w WHERE w.about_seq = r.seq AND w.about = r.by_ AND w.day <= :on)
), waits AS MATERIALIZED (
  SELECT row_number() OVER (ORDER BY w.ord) AS at, w.kind, w.count, w.more, w.command
    FROM (SELECT 0 AS ord, '' AS kind, 0 AS count, 0 AS more, '' AS command WHERE false
        UNION ALL
        SELECT 1, 'empty', 0, 0, 'nsi help module load'
         WHERE :programme = 0
        UNION ALL
        SELECT 2, 'year', 1, 0, 'nsi year open'
         WHERE NOT EXISTS (SELECT 1 FROM year_state y WHERE y.newest = 1 AND y.state = 'open')
           AND (SELECT max(c.year) FROM calendar c WHERE c.edition = :rest AND c.org = :org)
               > coalesce((SELECT max(y.year) FROM year_state y), 0)
        UNION ALL
        SELECT 2, 'calendar', 0, 0, 'nsi help module load'
         WHERE NOT EXISTS (SELECT 1 FROM year_state y WHERE y.newest = 1 AND y.state = 'open')
           AND (SELECT max(c.year) FROM calendar c WHERE c.edition = :rest AND c.org = :org) <= (SELECT max(y.year) FROM year_state y)
        UNION ALL
        SELECT 3, 'coming',
               (SELECT count(*) FROM meetings m WHERE m.day BETWEEN :on AND :on + 7), 0,
               'nsi session list +open ' || iif(:on = :today, 'from:today to:+7d',
                   'from:' || date(2440587.5 + :on) || ' to:' || date(2440594.5 + :on))
        UNION ALL
        SELECT 3, 'next', (SELECT count(*) FROM meetings m WHERE m.day = d.day), 0,
               'nsi session list +open from:' || date(2440587.5 + d.day) || ' to:' || date(2440587.5 + d.day)
          FROM next_day d
         WHERE d.day IS NOT NULL
        UNION ALL
        SELECT 4, 'unrecorded',
               (SELECT count(*) FROM meetings m
                 WHERE m.day <= :on
                   AND (m.status IN ('planned', 'moved')
                        OR m.kind IN ('combined_group', 'creative_group') AND m.day BETWEEN :today - 30 AND :today - 1)), 0,
               'nsi session list +unrecorded to:' || iif(:on = :today, 'today', date(2440587.5 + :on))
        UNION ALL
        SELECT 5, 'pending', (SELECT count(*) FROM owing), (SELECT count(*) = 1000 FROM owing), 'nsi session pending'
        UNION ALL
        SELECT 6, 'request_late', (SELECT count(*) FROM unanswered WHERE late), (SELECT count(*) = 2000 FROM asked),
               'nsi iop request list +late'
        UNION ALL
        SELECT 7, 'request', (SELECT count(*) FROM unanswered), (SELECT count(*) = 2000 FROM asked), 'nsi iop request list state:open'
        UNION ALL
        SELECT 8, 'late',
               (SELECT count(*)
                  FROM looked i
                 CROSS JOIN plan_unit u ON u.person = i.person AND u.year = :year AND u.origin = i.origin AND u.seq = i.seq AND u.due < :on
                 WHERE i.state <> 'closed'
                   AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.person = u.person AND h.unit = u.unit AND h.part = 0
                                                           AND h.since <= :on AND :on < h.until)
                   AND EXISTS (SELECT 1 FROM person p WHERE p.id = i.person AND p.since <= :on AND :on < p.until)),
               (SELECT more FROM enough), 'nsi iop risk reason:late'
        UNION ALL
        SELECT 9, 'untaught',
               (SELECT count(*)
                  FROM (SELECT DISTINCT u.unit FROM unit u) d
                 WHERE NOT EXISTS (SELECT 1 FROM can_teach t WHERE t.unit = d.unit AND t.part = 0 AND t.since <= :on AND :on < t.until)
                   AND EXISTS (SELECT 1
                                 FROM plan_unit w
                                CROSS JOIN iop i ON i.person = w.person AND i.year = w.year AND i.origin = w.origin AND i.seq = w.seq
                                WHERE w.unit = d.unit AND w.year = :year AND i.since <= :on AND :on < i.until
                                  AND EXISTS (SELECT 1 FROM person p WHERE p.id = w.person AND p.since <= :on AND :on < p.until)
                                  AND coalesce((SELECT s.state FROM iop_state s
                                                 WHERE s.person = w.person AND s.year = :year AND s.since <= :on AND :on < s.until),
                                               'draft') <> 'closed')),
               0, 'nsi iop untaught'
         WHERE EXISTS (SELECT 1 FROM year_state y WHERE y.year = :year AND y.newest = 1 AND y.state = 'open')
        UNION ALL
        SELECT 10, 'unplanned', 0, 0, 'nsi help iop plan'
         WHERE NOT EXISTS (SELECT 1 FROM looked)
           AND EXISTS (SELECT 1 FROM year_state y WHERE y.year = :year AND y.newest = 1 AND y.state = 'open')
           AND EXISTS (SELECT 1 FROM person p WHERE p.since <= :on AND :on < p.until)
        UNION ALL
        SELECT 10, 'without', (SELECT count(*) FROM without), (SELECT count(*) = 500 FROM joined) AND EXISTS (SELECT 1 FROM without),
               'nsi iop list state:none'
         WHERE EXISTS (SELECT 1 FROM looked) AND EXISTS (SELECT 1 FROM year_now)
        UNION ALL
        SELECT 10, 'draft', (SELECT count(*) FROM looked WHERE state = 'draft'), (SELECT more FROM enough), 'nsi iop list state:draft'
        UNION ALL
        SELECT 11, 'proposed', (SELECT count(*) FROM looked WHERE state = 'proposed'), (SELECT more FROM enough),
               'nsi iop list state:proposed'
        UNION ALL
        SELECT 12, 'group', count(*), 0, 'nsi session group list state:over'
          FROM grp g
         WHERE g.edition = :rest AND g.kind = 'combined' AND g.until < :on
           AND NOT EXISTS (SELECT 1 FROM dissolved d WHERE d.grp = g.grp AND d.day <= :on)) w
   WHERE w.count > 0 OR w.kind IN ('empty', 'calendar', 'unplanned') OR w.more
)
SELECT q.kind     AS kind,     -- id    [Kind]
       q.count    AS count,    -- int   Count
       q.count || ' ' ||
       CASE q.kind || CASE WHEN q.more THEN '+' ELSE '' END
            WHEN 'all' THEN 'kind of things waits in all; these are the first nine|kinds of things wait in all; these are the first nine'
            WHEN 'empty' THEN 'no programme is loaded yet'
            WHEN 'year' THEN 'a calendar is loaded and no school year is open'
            WHEN 'calendar' THEN 'no school year is open: the calendar of the next one is to be loaded'
            WHEN 'request_late' THEN 'request unanswered for too long|requests unanswered for too long'
            WHEN 'request_late+' THEN 'of the newest requests, unanswered for too long; there are more'
            WHEN 'request' THEN 'request without an answer|requests without an answer'
            WHEN 'request+' THEN 'of the newest requests, without an answer; there are more'
            WHEN 'coming' THEN 'session or other event in the coming week|sessions and other events in the coming week'
            WHEN 'next' THEN 'session or other event, the next one, later than in a week|sessions and other events, the next ones, later than in a week'
            WHEN 'unrecorded' THEN 'session of which nothing is recorded yet|sessions of which nothing is recorded yet'
            WHEN 'pending' THEN 'check that is owed|checks that are owed'
            WHEN 'pending+' THEN 'checks that are owed, and more'
            WHEN 'late' THEN 'unit past its due date|units past their due date'
            WHEN 'late+' THEN 'units past their due date in the first 500 programmes; there are more'
            WHEN 'untaught' THEN 'unit that nobody can teach|units that nobody can teach'
            WHEN 'unplanned' THEN 'nobody has an individual programme yet'
            WHEN 'without' THEN 'person without an individual programme|people without an individual programme'
            WHEN 'without+' THEN 'of the newest people, without an individual programme; there are more'
            WHEN 'draft' THEN 'draft that is not proposed yet|drafts that are not proposed yet'
            WHEN 'draft+' THEN 'drafts among the first 500 programmes; there are more'
            WHEN 'group' THEN 'combined group whose span is over and that is not dissolved|combined groups whose span is over and that are not dissolved'
            WHEN 'proposed' THEN 'programme proposed and not yet approved|programmes proposed and not yet approved'
            WHEN 'proposed+' THEN 'of the first 500 programmes proposed and not yet approved; there are more' END
                  AS text,     -- count What waits
       q.more     AS more,     -- flag  [More]
       q.command  AS command   -- text  Command
  FROM (SELECT w.at, w.kind, w.count, w.more, w.command
          FROM waits w
         WHERE w.at < 10 OR :all OR (SELECT count(*) FROM waits) = 10
        UNION ALL
        SELECT 10, 'all', (SELECT count(*) FROM waits), 0, 'nsi status --all'
         WHERE NOT :all AND (SELECT count(*) FROM waits) > 10) q
 ORDER BY q.at

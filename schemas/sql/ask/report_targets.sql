-- Targets and milestones of the year: what was planned, and what is there.
-- :year  year  the school year, by the year it ends in
-- :on    day   as it was on this day = today
-- filter: day late goal search
-- scans: iop_word session_word enrol mark everything of the year is counted, once a report
--
-- "done" is the day on which a milestone was reached, or the last one that was wanted was counted. What counts itself:
-- event:KIND events held, iop:approved people whose programme was approved, org:active schools with a mark of their
-- people, quantum:sample quanta that are samples, since whichever year; document:KIND counts nothing yet.
WITH wanted AS (
  SELECT g.* FROM goal_of g WHERE g.edition = :rest AND g.org = :org AND g.year = :year
), counted AS MATERIALIZED (
  SELECT f.counts, f.day, row_number() OVER (PARTITION BY f.counts ORDER BY f.day, f.thing) AS nth
    FROM (SELECT r.counts, r.thing, min(r.day) AS day
            FROM (SELECT c.opens, c.until FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year) k
           CROSS JOIN reckoned r ON r.day <= :on AND coalesce(r.year, :year) = :year AND coalesce(r.edition, :rest) = :rest
                                AND (r.counts IN ('iop:approved', 'quantum:sample') OR r.day BETWEEN k.opens AND k.until)
                                AND (r.until IS NULL OR :on < r.until)
           GROUP BY r.counts, r.thing) f
), judged AS (
  SELECT w.*, CASE WHEN w.counts IS NULL THEN 0 ELSE (SELECT count(*) FROM counted c WHERE c.counts = w.counts) END AS fact,
         coalesce((SELECT min(r.day) FROM reached r WHERE w.kind = 'milestone' AND r.milestone = w.id AND r.day <= :on),
                  CASE WHEN w.done <= :on THEN w.done END,
                  (SELECT c.day FROM counted c WHERE c.counts = w.counts AND c.nth = w.plan)) AS made
    FROM wanted w
)
SELECT q.id       AS target,     -- id     Target
       q.title    AS title,      -- title  Title
       q.kind     AS kind,       -- word:target|milestone Kind
       q.plan     AS plan,       -- int    Plan
       q.fact     AS fact,       -- int    Fact
       q.last     AS due,        -- day    Due
       q.made     AS done,       -- day    Done
       q.counts   AS count_of,   -- id     (Counted)
       q.late     AS late,       -- flag   (Late)
       q.link     AS product,    -- title  (Product)
       p.id       AS responsible -- person (Responsible)
  FROM (SELECT j.id, j.kind, j.ord, j.title, j.plan, CASE WHEN j.counts IS NULL THEN j.made IS NOT NULL ELSE j.fact END AS fact,
               j.last, j.last AS day, j.made, j.counts, j.made IS NULL AND j.last < :on AS late, j.responsible,
               coalesce((SELECT r.product FROM reached r WHERE j.kind = 'milestone' AND r.milestone = j.id AND r.day <= :on
                          ORDER BY r.lamport DESC, r.by_ DESC, r.seq DESC LIMIT 1), j.product) AS link,
               j.title || ' ' || j.id AS search
          FROM judged j) q
  LEFT JOIN code p ON p.kind = 'person' AND p.code = q.responsible
 WHERE true /* filters */
 ORDER BY q.kind DESC, q.ord, q.id

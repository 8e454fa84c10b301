-- Targets and milestones
-- section: goals
-- of: part
-- part: target
-- yearly
-- :on    day   the day that is meant
-- :year  year  its school year
-- scans: iop_word session_word enrol mark everything of the year is counted
--
-- A row a thing that was counted; of a goal of which nothing is there yet one that does not count. "whole" is the plan.
WITH wanted AS (
  SELECT g.* FROM goal_of g WHERE g.edition = :rest AND g.org = :org AND g.year = :year
), counted AS MATERIALIZED (
  SELECT r.counts, r.thing, min(r.day) AS day
    FROM (SELECT c.opens, c.until FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year) k
   CROSS JOIN reckoned r ON r.day <= :on AND coalesce(r.year, :year) = :year AND coalesce(r.edition, :rest) = :rest
                        AND (r.counts IN ('iop:approved', 'quantum:sample') OR r.day BETWEEN k.opens AND k.until)
                        AND (r.until IS NULL OR :on < r.until)
   GROUP BY r.counts, r.thing
), made AS (
  SELECT w.*, coalesce(c.thing, CASE WHEN w.counts IS NULL THEN w.id END) AS thing,
         CASE WHEN w.counts IS NOT NULL THEN c.day
              ELSE coalesce((SELECT min(r.day) FROM reached r WHERE w.kind = 'milestone' AND r.milestone = w.id AND r.day <= :on),
                            CASE WHEN w.done <= :on THEN w.done END) END AS day
    FROM wanted w
    LEFT JOIN counted c ON c.counts = w.counts
)
SELECT m.id               AS target,  -- id    Target
       m.title            AS label,   -- title (Label)
       CASE WHEN m.counts LIKE 'iop:%' THEN substr(m.thing, instr(m.thing, '/') + 1) ELSE m.thing END
                          AS thing,   -- text  What counts
       m.day              AS "on",    -- day   On
       m.last             AS due,     -- day   Due
       m.plan             AS whole,   -- key
       m.day IS NOT NULL  AS counts   -- key
  FROM made m
 ORDER BY m.kind DESC, m.ord, m.id, m.day, m.thing

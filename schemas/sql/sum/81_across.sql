-- Times that one taught another, of them across schools
-- section: ties
-- of: rows
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: taught every teaching is counted
--
-- Each that ended well: giver, learner, unit or part, day.
SELECT t.giver    AS "from",   -- person From
       t.learner  AS "to",     -- person To
       c.code     AS unit,     -- id     Unit
       t.day      AS "on",     -- day    On
       coalesce((SELECT p.org FROM person p WHERE p.id = t.giver AND p.since <= t.day AND t.day < p.until)
             <> (SELECT p.org FROM person p WHERE p.id = t.learner AND p.since <= t.day AND t.day < p.until), 0)
                  AS counts    -- key
  FROM (SELECT DISTINCT x.giver, x.learner, x.unit, x.part, x.day FROM taught x WHERE x.done = 1 AND x.day BETWEEN :from AND :on) t
 CROSS JOIN code c ON c.id = coalesce(nullif(t.part, 0), t.unit)
 ORDER BY t.day, t.giver, t.learner, c.code

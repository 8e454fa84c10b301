-- Quanta of practice by technology: in what states they are, how often they were tried and handed on.
-- :on  day  as it was on this day = today
-- scans: trial passing adoption every one is counted, once a report
--
-- "trials": by the steps of today, the author's too; "independent" and "worked" count people, once a quantum;
-- "passings": shown in a meeting; "adopted": classes in regular use. A quantum without a technology stands in a row without one.
WITH one AS MATERIALIZED (
  SELECT d.edition, d.quantum, d.ord, a.id AS author,
         (SELECT t.technology FROM tie t WHERE t.edition = d.edition AND t.thing = d.quantum ORDER BY t.ord LIMIT 1) AS technology,
         CASE WHEN l.retired <= :on THEN 'retired' WHEN l.sample <= :on THEN 'sample' WHEN l.tried <= :on THEN 'tried'
              WHEN l.described THEN 'described' ELSE 'draft' END AS state
    FROM quantum d
   CROSS JOIN quantum_life l ON l.edition = d.edition AND l.quantum = d.quantum
    LEFT JOIN code a ON a.kind = 'person' AND a.code = d.author
   WHERE d.edition = :rest
), tried AS MATERIALIZED (
  SELECT t.quantum, count(*) AS trials, count(DISTINCT CASE WHEN t.other THEN t.person END) AS independent,
         count(DISTINCT CASE WHEN t.other AND t.result = 'worked' THEN t.person END) AS worked
    FROM trial_of t
   WHERE t.edition = :rest AND t.day <= :on
   GROUP BY t.quantum
)
SELECT c.code                              AS technology,   -- id   Technology
       count(*)                            AS quanta,       -- int  Quanta
       sum(o.state = 'draft')              AS draft,        -- int  Drafts
       sum(o.state = 'described')          AS described,    -- int  Described
       sum(o.state = 'tried')              AS tried,        -- int  Tried
       sum(o.state = 'sample')             AS sample,       -- int  Samples
       sum(o.state = 'retired')            AS retired,      -- int  Retired
       sum(coalesce(t.trials, 0))          AS trials,       -- int  Trials
       sum(coalesce(t.independent, 0))     AS independent,  -- int  Independent
       sum(coalesce(t.worked, 0))          AS worked,       -- int  Worked
       sum((SELECT count(*) FROM passing p WHERE p.quantum = o.quantum AND p.day <= :on))
                                           AS passings,     -- int  Passings
       sum((SELECT count(*) FROM (SELECT DISTINCT a.person, a.class FROM adoption a WHERE a.quantum = o.quantum AND a.day <= :on)))
                                           AS adopted       -- int  Adopted
  FROM one o
  LEFT JOIN tried t ON t.quantum = o.quantum
  LEFT JOIN code c ON c.id = o.technology
 GROUP BY o.technology
 ORDER BY min(o.ord), c.code

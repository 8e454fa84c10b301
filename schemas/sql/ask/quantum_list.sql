-- Quanta of practice: in what state, who tried them, how far they went.
-- :on  day  as it was on this day = today
-- filter: person_quantum author_org unit_quantum quantum_id quantum_state quantum_kind search
--
-- "trials": by the steps of today, the author's too; "independent": others who tried it, each once; "worked": those of them
-- with whom it worked; "share" is worked of independent. "reach": others who ever tried it; "depth": the longest chain in
-- which it was handed on; "days": from the author's first trial to the first by somebody else. "missing" is what it
-- lacks to be described. A trial that failed lowers no state.
SELECT c.code         AS quantum,      -- id      Quantum
       q.title        AS title,        -- title   Title
       (SELECT group_concat(k.code, ' ') FROM tie t CROSS JOIN code k ON k.id = t.technology
         WHERE t.edition = q.edition AND t.thing = q.quantum_id)
                      AS technology,   -- id      Technology
       (SELECT group_concat(x.code, ' ')
          FROM (SELECT k.code FROM quantum_unit u CROSS JOIN code k ON k.id = u.unit
                 WHERE u.edition = q.edition AND u.quantum = q.quantum_id ORDER BY u.ord) x)
                      AS units,        -- list    Units
       q.author_id    AS author,       -- person  Author
       q.state        AS state,        -- word:draft|described|tried|sample|retired State
       q.trials       AS trials,       -- int     Trials
       q.independent  AS independent,  -- int     Independent
       q.worked       AS worked,       -- int     Worked
       q.reach        AS reach,        -- int     Reach
       (WITH RECURSIVE chain (person, depth) AS (
          SELECT p.person, 1 FROM passed_on p
           WHERE p.edition = q.edition AND p.quantum = q.quantum_id AND p.since <= :on
             AND NOT EXISTS (SELECT 1 FROM passed_on b WHERE b.edition = p.edition AND b.quantum = p.quantum AND b.person = p.giver)
          UNION
          SELECT p.person, h.depth + 1 FROM chain h
           CROSS JOIN passed_on p ON p.edition = q.edition AND p.quantum = q.quantum_id AND p.giver = h.person AND p.since <= :on)
        SELECT coalesce(max(h.depth), 0) FROM chain h)
                      AS depth,        -- int     Depth
       q.kind         AS kind,         -- word:lesson|methodical|management (Kind)
       q.failed       AS failed,       -- int     (Failed)
       q.schools      AS schools,      -- int     (Schools)
       q.days         AS days,         -- int     (Days)
       CASE WHEN q.independent > 0 THEN round(1.0 * q.worked / q.independent, 3) END
                      AS share,        -- real    (Share)
       (SELECT count(*) FROM (SELECT DISTINCT a.person, a.class FROM adoption a WHERE a.quantum = q.quantum_id AND a.day <= :on))
                      AS adopted,      -- int     (Adopted)
       q.reviewed     AS reviewed,     -- flag    (Reviewed)
       q.number       AS edition,      -- int     (Edition)
       trim(q.missing)
                      AS missing,      -- list    (Missing)
       q.quantum_id   AS quantum_id    -- key
  FROM (SELECT w.*,
               CASE WHEN w.retired <= :on THEN 'retired' WHEN w.sample <= :on THEN 'sample' WHEN w.tried <= :on THEN 'tried'
                    WHEN w.described THEN 'described' ELSE 'draft' END AS state,
               (SELECT count(*) FROM trial_of t WHERE t.edition = w.edition AND t.quantum = w.quantum_id AND t.day <= :on) AS trials,
               (SELECT count(DISTINCT t.person) FROM trial_of t
                 WHERE t.edition = w.edition AND t.quantum = w.quantum_id AND t.other AND t.day <= :on) AS independent,
               (SELECT count(DISTINCT t.person) FROM trial_of t
                 WHERE t.edition = w.edition AND t.quantum = w.quantum_id AND t.other AND t.result = 'worked' AND t.day <= :on) AS worked,
               (SELECT count(*) FROM trial_of t
                 WHERE t.edition = w.edition AND t.quantum = w.quantum_id AND t.result = 'failed' AND t.day <= :on) AS failed,
               (SELECT count(DISTINCT t.person) FROM trial t
                 WHERE t.quantum = w.quantum_id AND t.person IS NOT w.author_id AND t.day <= :on) AS reach,
               (SELECT count(DISTINCT p.org) FROM trial t CROSS JOIN person p ON p.id = t.person AND p.since <= t.day AND t.day < p.until
                 WHERE t.quantum = w.quantum_id AND t.day <= :on) AS schools,
               (SELECT min(t.day) FROM trial t WHERE t.quantum = w.quantum_id AND t.person IS NOT w.author_id AND t.day <= :on)
               - (SELECT min(t.day) FROM trial t WHERE t.quantum = w.quantum_id AND t.person = w.author_id AND t.day <= :on) AS days
          FROM (SELECT d.edition, d.quantum AS quantum_id, d.ord, d.kind, d.title, d.title AS search, d.number, d.missing, a.id AS author_id,
                       l.described, l.tried, l.sample, l.retired, l.reviewed <= :on AS reviewed
                  FROM quantum d
                 CROSS JOIN quantum_life l ON l.edition = d.edition AND l.quantum = d.quantum
                  LEFT JOIN code a ON a.kind = 'person' AND a.code = d.author
                 WHERE d.edition = :rest) w) q
 CROSS JOIN code c ON c.id = q.quantum_id
 WHERE true /* filters */
 ORDER BY q.ord

-- Quanta of practice
-- section: quanta
-- of: rows
-- part: state
-- :on  day  the day that is meant
SELECT c.code   AS quantum,  -- id    Quantum
       q.title  AS title,    -- title Title
       CASE WHEN l.retired <= :on THEN 'retired' WHEN l.sample <= :on THEN 'sample' WHEN l.tried <= :on THEN 'tried'
            WHEN l.described THEN 'described' ELSE 'draft' END
                AS state     -- word:draft|described|tried|sample|retired State
  FROM quantum q
 CROSS JOIN quantum_life l ON l.edition = q.edition AND l.quantum = q.quantum
 CROSS JOIN code c ON c.id = q.quantum
 WHERE q.edition = :rest
 ORDER BY state <> 'draft', state <> 'described', state <> 'tried', state <> 'sample', q.ord

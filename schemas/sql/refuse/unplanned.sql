-- What is proposed, returned, approved or revised has a plan.
SELECT f.origin, f.seq, '{person} has no plan for {year}' AS reason, ((f.data ->> '$.year') - 1) || '/' || (f.data ->> '$.year') AS year
  FROM fresh f
 WHERE f.verb IN ('propose', 'return', 'approve', 'revise')
   AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.person = f.person AND p.year = f.data ->> '$.year');

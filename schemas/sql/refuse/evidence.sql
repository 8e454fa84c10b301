-- Where the programme requires evidence, a product, a trial or an observation is mastered with it.
-- only when said
SELECT f.origin, f.seq, '{unit} is checked by {check}: the programme requires evidence' AS reason, u.checks AS "check"
  FROM programme g
 CROSS JOIN fresh f
 CROSS JOIN unit u ON u.edition = :programme AND u.unit = f.unit
 WHERE g.edition = :programme AND g.evidence = 1 AND f.verb = 'master' AND f.part IS NULL
   AND u.checks IN ('product', 'trial', 'observation') AND f.data ->> '$.evidence' IS NULL;

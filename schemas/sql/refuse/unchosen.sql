-- Only a plan with at least one choice can be proposed.
SELECT f.origin, f.seq, '{person} has chosen nothing beside the invariant yet: plan with --module or --unit, then propose' AS reason
  FROM fresh f
 CROSS JOIN plan p ON p.person = f.person AND p.year = f.data ->> '$.year'
   AND (p.lamport, p.by_, p.seq) = (SELECT x.lamport, x.by_, x.seq FROM plan x
                                     WHERE x.person = f.person AND x.year = f.data ->> '$.year'
                                       AND (x.lamport, x.by_, x.seq) < (f.lamport, f.origin_code, f.seq)
                                     ORDER BY x.lamport DESC, x.by_ DESC, x.seq DESC LIMIT 1)
 WHERE f.verb = 'propose'
   AND NOT EXISTS (SELECT 1 FROM plan_unit u
                    WHERE u.person = p.person AND u.year = p.year AND u.origin = p.origin AND u.seq = p.seq AND u.why = 'chosen');

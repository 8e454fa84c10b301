-- A programme goes from state to state: draft, proposed, approved, closed.
SELECT f.origin, f.seq,
       CASE f.verb WHEN 'plan' THEN 'the programme of {person} is {state}: return or revise it before a new plan'
                   WHEN 'propose' THEN 'the programme of {person} is {state}, only a draft can be proposed'
                   WHEN 'return' THEN 'the programme of {person} is {state}, only a proposed one can be returned'
                   WHEN 'approve' THEN 'the programme of {person} is {state}, only a proposed one can be approved'
                   WHEN 'revise' THEN 'the programme of {person} is {state}, only an approved one can be revised'
                   WHEN 'close' THEN 'the programme of {person} is {state}, only an approved one can be closed'
                   ELSE 'the programme of {person} is {state}, only a closed one can be reopened' END AS reason,
       f.state
  FROM (SELECT f.*, coalesce((SELECT w.state FROM iop_word w
                               WHERE w.person = f.person AND w.year = f.data ->> '$.year'
                                 AND (w.lamport, w.by_, w.seq) < (f.lamport, f.origin_code, f.seq)
                               ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1), 'draft') AS state,
               coalesce((SELECT w.ordered FROM iop_word w
                          WHERE w.person = f.person AND w.year = f.data ->> '$.year' AND w.verb = 'approve'
                            AND (w.lamport, w.by_, w.seq) < (f.lamport, f.origin_code, f.seq)
                          ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1), 0) AS ordered
          FROM fresh f
         WHERE f.verb IN ('plan', 'propose', 'return', 'approve', 'revise', 'close', 'reopen')) f
 WHERE f.state <> CASE f.verb WHEN 'plan' THEN 'draft' WHEN 'propose' THEN 'draft' WHEN 'return' THEN 'proposed'
                              WHEN 'approve' THEN 'proposed' WHEN 'revise' THEN 'approved' WHEN 'reopen' THEN 'closed'
                              ELSE CASE WHEN f.data ->> '$.any' = 1 AND f.state <> 'closed' THEN f.state ELSE 'approved' END END
   AND NOT (f.verb = 'approve' AND f.state = 'approved' AND f.ordered = 0 AND f.data ->> '$.order' IS NOT NULL);

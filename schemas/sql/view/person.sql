-- Who takes part, where, as what: one row that holds on a day (since <= day < until).
CREATE VIEW person AS
SELECT e.person AS id, p.code, e.bare, e.org, o.code AS org_code, e.post, e.subject, e.day AS since,
       min(coalesce((SELECT min(x.day) FROM enrol x WHERE x.person = e.person
                        AND (x.day, x.lamport, x.by_, x.seq) > (e.day, e.lamport, e.by_, e.seq)), 99999),
           coalesce((SELECT min(g.day) FROM gone g WHERE g.person = e.person
                        AND (g.lamport, g.by_, g.seq) > (e.lamport, e.by_, e.seq)), 99999)) AS until
  FROM enrol e
 CROSS JOIN code p ON p.id = e.person
 CROSS JOIN code o ON o.id = e.org;

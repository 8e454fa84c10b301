-- What was learned longer ago than the programme allows is not credited.
-- only when said
SELECT f.origin, f.seq, '{unit} of {on} is older than the {credit_years} years that may be credited' AS reason, g.credit_years
  FROM programme g
 CROSS JOIN fresh f
 WHERE g.edition = :programme AND g.credit_years IS NOT NULL AND f.verb = 'credit'
   AND f.day < CAST(julianday(date(2440587.5 + :today, '-' || g.credit_years || ' years')) - 2440587.5 AS INTEGER);

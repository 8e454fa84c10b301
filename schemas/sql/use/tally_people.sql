-- Of whom the entries in the spans say something that counts in the tally.
SELECT DISTINCT e.person
  FROM span s
 CROSS JOIN entry e ON e.origin = s.origin AND e.seq BETWEEN s.first AND s.last
 WHERE e.verb IN ('credit', 'master', 'bear', 'unbear', 'plan', 'enrol', 'transfer', 'leave') AND e.person IS NOT NULL
 LIMIT :most

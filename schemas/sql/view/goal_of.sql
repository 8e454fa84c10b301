-- What a school year wants, for each edition of the rest and each school with a calendar: "last" is the day by which.
CREATE VIEW goal_of AS
SELECT g.edition, k.org, k.year, k.opens, k.until, g.kind, g.id, g.ord, g.title, g.counts, g.plan, g.done, g.product, g.responsible,
       coalesce(g.day,
                CASE g.due WHEN 'eoy' THEN k.until WHEN 'h2' THEN k.until
                           WHEN 'h1' THEN CAST(julianday((k.year - 1) || '-12-31') - 2440587.5 AS INTEGER)
                           ELSE (SELECT p.until FROM period p WHERE p.edition = g.edition AND p.calendar = k.id AND p.id = g.due) END) AS last
  FROM calendar k
 CROSS JOIN goal g ON g.edition = k.edition AND (g.day BETWEEN k.opens AND k.until OR g.day IS NULL AND coalesce(g.year, k.year) = k.year);

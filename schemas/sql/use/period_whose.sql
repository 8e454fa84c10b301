-- Whose period or break is called so, and in which year.
SELECT o.code, c.year
  FROM period p
 CROSS JOIN calendar c ON c.edition = p.edition AND c.id = p.calendar
 CROSS JOIN code o ON o.id = c.org
 WHERE p.edition = :rest AND p.id = :period
 ORDER BY c.org <> :org, c.year DESC
 LIMIT 1

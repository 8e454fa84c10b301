-- Units of combined groups of a person, and the last day of each group.
SELECT u.unit, g.until
  FROM membership m
 CROSS JOIN grp g ON g.edition = :rest AND g.grp = m.grp AND g.until IS NOT NULL AND g.until >= :today
 CROSS JOIN grp_unit u ON u.edition = g.edition AND u.grp = g.grp
 WHERE m.person = :person AND m.until = 99999

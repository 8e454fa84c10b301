-- Groups that a person is in.
SELECT g.code FROM membership m CROSS JOIN code g ON g.id = m.grp
 WHERE m.person = :person AND m.until = 99999 ORDER BY g.code

-- A group as it is loaded: its kind, the day on which it was dissolved (else null), how many belong to it.
SELECT g.kind, (SELECT min(d.day) FROM dissolved d WHERE d.grp = g.grp),
       (SELECT count(*) FROM membership m WHERE m.grp = g.grp AND m.until = 99999)
  FROM grp g
 WHERE g.edition = :rest AND g.grp = :group

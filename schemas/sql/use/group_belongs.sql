-- Does a person take part on a day, and since when does he belong to a group (null: not)?
SELECT EXISTS (SELECT 1 FROM person p WHERE p.id = :person AND p.since <= :on AND :on < p.until),
       (SELECT max(m.since) FROM membership m WHERE m.grp = :group AND m.person = :person AND m.until > :on)

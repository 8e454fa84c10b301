-- The day on which a group was dissolved.
SELECT min(d.day) FROM dissolved d WHERE d.grp = :group

-- What a group is called.
SELECT g.title FROM grp g WHERE g.edition = :rest AND g.grp = :group

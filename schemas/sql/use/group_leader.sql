-- Who leads a group (as its definition writes the person), and its last day.
SELECT g.leader, g.until FROM grp g WHERE g.edition = :rest AND g.grp = :group

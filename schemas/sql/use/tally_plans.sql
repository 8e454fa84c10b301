-- The plans of people, in the order of people.
-- scans: plan everybody is counted
SELECT i.person, i.year, i.origin, i.seq, i.edition, i.since, i.until FROM iop i WHERE i.person BETWEEN :from AND :to ORDER BY i.person

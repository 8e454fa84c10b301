-- When people take part, in the order of people.
-- scans: enrol everybody is counted
SELECT p.id, p.since, p.until FROM person p WHERE p.id BETWEEN :from AND :to ORDER BY p.id

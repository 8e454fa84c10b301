-- What people hold, in the order of people.
-- scans: mark everybody is counted
SELECT h.person, h.unit, h.since, h.until FROM holds h WHERE h.person BETWEEN :from AND :to AND h.part = 0 ORDER BY h.person, h.unit

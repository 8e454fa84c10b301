-- The units of these plans, in the order of people.
-- scans: plan_unit everybody is counted
SELECT u.person, u.year, u.origin, u.seq, u.unit FROM plan_unit u WHERE u.person BETWEEN :from AND :to
 ORDER BY u.person, u.year, u.origin, u.seq, u.unit

-- The texts that our own entries name.
-- scans: secret all are compared
SELECT DISTINCT s.hash FROM secret s CROSS JOIN origin o ON o.id = s.origin WHERE o.own = 1

-- The verbs that occur in the spans.
SELECT DISTINCT e.verb FROM span s CROSS JOIN entry e WHERE e.origin = s.origin AND e.seq BETWEEN s.first AND s.last ORDER BY e.verb

-- Technologies that a module ties.
SELECT c.code FROM tie t CROSS JOIN code c ON c.id = t.technology WHERE t.edition = :programme AND t.thing = :unit ORDER BY t.ord

-- Texts that no sweep has looked at, or all.
SELECT id, hash FROM text WHERE id > CASE WHEN :all THEN 0 ELSE (SELECT upto FROM swept) END ORDER BY id

-- on this day or later: from:2026-10-01
-- :value day
-- filter: day
q.day >= :value

-- on this day or later: from:2026-10-01
-- :value since
-- filter: day
q.day >= :value

-- on this day or earlier: to:eoq
-- :value day
-- filter: day
q.day <= :value

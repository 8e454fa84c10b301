-- Editions by number (of programmes) or beginning of the hash.
SELECT e.id, e.kind FROM edition e
 WHERE e.hash LIKE :hash || '%'
    OR e.kind = 'programme' AND (SELECT count(*) FROM edition o WHERE o.kind = 'programme' AND o.id <= e.id) = :number

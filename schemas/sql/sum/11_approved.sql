-- Programmes approved, of all who take part
-- section: main
-- of: rows
-- :on    day   the day that is meant
-- :year  year  its school year
-- scans: enrol everybody is counted
SELECT p.id        AS person,  -- person Person
       p.org_code  AS org,     -- id     School
       coalesce((SELECT w.verb FROM iop_word w
                  WHERE w.person = p.id AND w.year = :year AND w.verb IN ('propose', 'return', 'approve', 'revise') AND w.day <= :on
                  ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1) = 'approve', 0)
                   AS counts   -- key
  FROM person p
 WHERE p.since <= :on AND :on < p.until
 ORDER BY p.bare, p.code

-- Programmes of the year, by state
-- section: iop
-- of: rows
-- part: state
-- :on    day   the day that is meant
-- :year  year  its school year
-- scans: plan every programme of the year is counted
--
-- Also of those who have left: theirs are closed. An approved one runs until it is closed; that its year was closed since
-- changes nothing here.
SELECT i.person  AS person,  -- person Person
       coalesce((SELECT s.state FROM iop_state s
                  WHERE s.person = i.person AND s.year = i.year AND s.since <= :on AND NOT s.yearly
                  ORDER BY s.lamport DESC, s.by_ DESC, s.seq DESC LIMIT 1), 'draft')
                 AS state    -- word:draft|proposed|approved|closed State
  FROM iop i
 WHERE i.year = :year AND i.since <= :on AND :on < i.until
 ORDER BY state <> 'draft', state <> 'proposed', state <> 'approved', i.person

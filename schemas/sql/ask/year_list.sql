-- School years that were opened.
-- filter: state day
SELECT q.year    AS year,    -- int   Year
       q.state   AS state,   -- word:open|closed State
       q.opened  AS opened,  -- day   Opened
       q.closed  AS closed   -- day   Closed
  FROM (SELECT s.year, s.state, s.since AS day,
               (SELECT max(x.day) FROM year_word x WHERE x.year = s.year AND x.state = 'open') AS opened,
               CASE s.state WHEN 'closed' THEN s.since END AS closed
          FROM year_state s
         WHERE s.newest) q
 WHERE true /* filters */
 ORDER BY q.year

-- The number of a request: short where one request of this database has it, else with its origin.
CREATE VIEW request_number AS
SELECT r.seq, r.by_,
       CASE WHEN r.own = 1 AND NOT EXISTS (SELECT 1 FROM request x WHERE x.seq = r.seq AND x.by_ <> r.by_ AND x.own = 1)
            THEN CAST(r.seq AS TEXT) ELSE r.by_ || ':' || r.seq END AS number
  FROM request r;

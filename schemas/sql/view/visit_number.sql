-- The number of a visit: short where one visit of this database has it, else with its origin.
CREATE VIEW visit_number AS
SELECT v.seq, v.by_,
       CASE WHEN v.own = 1 AND NOT EXISTS (SELECT 1 FROM visit x WHERE x.number = v.number AND x.by_ <> v.by_ AND x.own = 1)
            THEN v.number ELSE v.by_ || ':' || v.number END AS number
  FROM visit v;

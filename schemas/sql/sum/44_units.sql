-- Units mastered, of those in the programmes
-- section: iop
-- of: part
-- part: kind
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- :year  year   its school year
-- scans: plan mark every unit of every programme is counted
--
-- Also of those who have left, and what was mastered and is in no programme any more.
WITH mine AS MATERIALIZED (
  SELECT m.person, m.unit, min(m.day) AS day
    FROM mark m
   WHERE m.part = 0 AND m.step = 4 AND m.day BETWEEN :from AND :on
   GROUP BY m.person, m.unit
), planned AS MATERIALIZED (
  SELECT u.person, u.unit, i.edition
    FROM iop i
   CROSS JOIN plan_unit u ON u.person = i.person AND u.year = i.year AND u.origin = i.origin AND u.seq = i.seq
   WHERE i.year = :year AND i.since <= :on AND :on < i.until
), every AS (
  SELECT p.person, p.unit, p.edition, m.day FROM planned p LEFT JOIN mine m ON m.person = p.person AND m.unit = p.unit
  UNION ALL
  SELECT m.person, m.unit, :programme, m.day FROM mine m
   WHERE NOT EXISTS (SELECT 1 FROM planned p WHERE p.person = m.person AND p.unit = m.unit)
)
SELECT e.person                        AS person,  -- person Person
       c.code                          AS unit,    -- id     Unit
       e.day                           AS "on",    -- day    On
       coalesce(o.kind, 'variative')   AS kind,    -- word:invariant|variative Kind
       e.day IS NOT NULL               AS counts   -- key
  FROM every e
 CROSS JOIN code c ON c.id = e.unit
  LEFT JOIN unit u ON u.edition = e.edition AND u.unit = e.unit
  LEFT JOIN module o ON o.edition = e.edition AND o.module = u.module
 ORDER BY o.kind, e.day IS NULL, e.day, e.person, u.ord

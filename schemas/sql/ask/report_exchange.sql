-- Who seeks, who offers: which units somebody waits for, who can teach them, and the other way round.
-- :on    day   as it was on this day = today
-- :year  year  the school year of whose programmes units are sought, by the year it ends in
-- filter: person_id org_id unit_id named
-- empty: nobody seeks anything and nobody can teach anything
-- scans: plan mark enrol everybody is asked
--
-- A row a person and unit. "seeks": it is in the programme, not held, and what it rests on is held. "offers": can teach it.
-- "with": of what is sought who can teach it, of what is offered who seeks it.
WITH taking AS MATERIALIZED (
  SELECT p.id, p.bare, p.code, p.org, p.org_code, coalesce(p.post, '') || ' ' || coalesce(p.subject, '') AS search
    FROM person p
   WHERE p.since <= :on AND :on < p.until
), both (person, unit, seeks) AS MATERIALIZED (
  SELECT w.person, w.unit, 1 FROM taking t CROSS JOIN wants w ON w.person = t.id AND w.year = :year AND w.since <= :on AND :on < w.until
  UNION
  SELECT c.person, c.unit, 0 FROM can_teach c WHERE c.part = 0 AND c.since <= :on AND :on < c.until
), sides AS MATERIALIZED (
  SELECT b.unit, b.seeks, group_concat(b.person, ' ') AS people
    FROM (SELECT b.unit, b.seeks, b.person FROM both b CROSS JOIN taking t ON t.id = b.person ORDER BY b.unit, b.seeks, t.bare, t.code) b
   GROUP BY b.unit, b.seeks
)
SELECT q.person_id        AS person,     -- person  Person
       q.unit             AS unit,       -- id      Unit
       q.seeks            AS seeks,      -- flag    Seeks
       NOT q.seeks        AS offers,     -- flag    Offers
       s.people           AS "with",     -- people  With whom
       q.label            AS label,      -- text    (Label)
       q.title            AS title,      -- title   (Title)
       q.org              AS org,        -- id      (School)
       q.person_id        AS person_id,  -- key
       q.org_id           AS org_id,     -- key
       q.unit_id          AS unit_id,    -- key
       q.search           AS search      -- key
  FROM (SELECT b.person AS person_id, b.unit AS unit_id, b.seeks, t.bare, t.code AS whose, t.org AS org_id, t.org_code AS org,
               c.code AS unit, u.ord, coalesce(u.label, c.code) AS label, coalesce(u.title, '') AS title,
               t.search || ' ' || coalesce(u.title, '') || ' ' || coalesce(u.label, '') AS search
          FROM both b
         CROSS JOIN taking t ON t.id = b.person
         CROSS JOIN code c ON c.id = b.unit
          LEFT JOIN unit u ON u.edition = :programme AND u.unit = b.unit) q
  LEFT JOIN sides s ON s.unit = q.unit_id AND s.seeks = 1 - q.seeks
 WHERE true /* filters */
 ORDER BY q.seeks DESC, q.bare, q.whose, q.ord IS NULL, q.ord, q.unit

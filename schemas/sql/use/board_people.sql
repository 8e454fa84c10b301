-- Who takes part on a day: number, code, organisation, its short name, groups, how often taught. Of these organisations
-- and groups (:orgs, :groups, JSON; null: of all).
-- scans: enrol everybody is on the board, unless it is one of a group or an organisation
WITH asof AS (
  SELECT w.rest AS edition FROM edition_word w
   WHERE w.own = 1 AND w.day <= :on ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1
), wanted (person) AS (
  SELECT m.person
    FROM json_each(:groups) g
   CROSS JOIN code c ON c.kind = 'group' AND c.code = g.value
   CROSS JOIN membership m ON m.grp = c.id AND m.since <= :on AND :on < m.until
  UNION
  SELECT e.person
    FROM json_each(:orgs) o
   CROSS JOIN code c ON c.kind = 'org' AND c.code = o.value
   CROSS JOIN enrol e ON e.org = c.id
   WHERE :groups IS NULL
  UNION
  SELECT e.person FROM enrol e WHERE :groups IS NULL AND :orgs IS NULL
)
SELECT p.id,
       CASE WHEN (SELECT min(x.person) < max(x.person) FROM enrol x WHERE x.bare = p.bare) THEN p.code ELSE p.bare END AS shown,
       p.org_code,
       coalesce((SELECT g.short FROM org g WHERE g.edition = (SELECT edition FROM asof) AND g.org = p.org), p.org_code),
       coalesce((SELECT ' ' || group_concat(c.code, ' ') || ' ' FROM membership m CROSS JOIN code c ON c.id = m.grp
                  WHERE m.person = p.id AND m.since <= :on AND :on < m.until), ' '),
       (SELECT count(*) FROM (SELECT DISTINCT t.learner, t.unit, t.part, t.day FROM taught t
                               WHERE t.giver = p.id AND t.done = 1 AND t.day <= :on))
  FROM wanted w
 CROSS JOIN person p ON p.id = w.person
 WHERE p.since <= :on AND :on < p.until
   AND (:orgs IS NULL OR p.org_code IN (SELECT value FROM json_each(:orgs)))
 ORDER BY p.bare, p.code

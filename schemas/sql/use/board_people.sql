-- Everybody who takes part on a day: number, code, organisation, its short name, groups, how often taught.
-- scans: enrol everybody is on the board
WITH asof AS (
  SELECT w.rest AS edition FROM edition_word w
   WHERE w.own = 1 AND w.day <= :on ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1
)
SELECT p.id,
       CASE WHEN (SELECT count(DISTINCT x.person) FROM enrol x WHERE x.bare = p.bare) > 1 THEN p.code ELSE p.bare END AS shown,
       p.org_code,
       coalesce((SELECT g.short FROM org g WHERE g.edition = (SELECT edition FROM asof) AND g.org = p.org), p.org_code),
       coalesce((SELECT ' ' || group_concat(c.code, ' ') || ' ' FROM membership m CROSS JOIN code c ON c.id = m.grp
                  WHERE m.person = p.id AND m.since <= :on AND :on < m.until), ' '),
       (SELECT count(*) FROM (SELECT DISTINCT t.learner, t.unit, t.part, t.day FROM taught t
                               WHERE t.giver = p.id AND t.done = 1 AND t.day <= :on))
  FROM person p
 WHERE p.since <= :on AND :on < p.until
 ORDER BY p.bare, p.code

-- What a word of some kind can be, for the shell to complete it.
-- :kind   word:person|unit|part|module|org|group|quantum|session|request|year|period   the kind; without it: units, modules and their like
-- :start  text   what the word begins with
-- scans: enrol visit request session_word those who take part and what is open are looked at
SELECT q.id    AS id,     -- id    Id
       q.title AS title   -- title Title
  FROM (SELECT p.bare AS id, p.org_code AS title
          FROM person p
         WHERE :kind = 'person' AND p.since <= :today AND :today < p.until
        UNION ALL
        SELECT c.code, u.title FROM unit u CROSS JOIN code c ON c.id = u.unit
         WHERE (:kind IS NULL OR :kind IN ('unit', 'part')) AND u.edition = :programme
        UNION ALL
        SELECT c.code, p.title FROM part p CROSS JOIN code c ON c.id = p.part
         WHERE :kind = 'part' AND p.edition = :programme
        UNION ALL
        SELECT c.code, m.title FROM module m CROSS JOIN code c ON c.id = m.module
         WHERE (:kind IS NULL OR :kind = 'module') AND m.edition = :programme
        UNION ALL
        SELECT c.code, o.short FROM org o CROSS JOIN code c ON c.id = o.org
         WHERE (:kind IS NULL OR :kind = 'org') AND o.edition = :rest
        UNION ALL
        SELECT c.code, g.title FROM grp g CROSS JOIN code c ON c.id = g.grp
         WHERE (:kind IS NULL OR :kind = 'group') AND g.edition = :rest
        UNION ALL
        SELECT c.code, q.title FROM quantum q CROSS JOIN code c ON c.id = q.quantum
         WHERE (:kind IS NULL OR :kind = 'quantum') AND q.edition = :rest
        UNION ALL
        SELECT s.session, s.status FROM session s
         WHERE :kind = 'session' AND s.edition = :rest AND s.day BETWEEN :today - 60 AND :today + 60
        UNION ALL
        SELECT r.number, '' FROM request_number r
         WHERE :kind = 'request'
        UNION ALL
        SELECT CAST(y.year AS TEXT), y.state FROM year_state y
         WHERE :kind = 'year' AND y.newest = 1
        UNION ALL
        SELECT j.value, '' FROM json_each('["year", "h1", "h2"]') j
         WHERE :kind = 'period'
        UNION ALL
        SELECT DISTINCT p.id, '' FROM period p CROSS JOIN calendar c ON c.edition = p.edition AND c.id = p.calendar AND c.org = :org
         WHERE :kind = 'period' AND p.edition = :rest) q
 WHERE substr(q.id, 1, length(coalesce(:start, ''))) = coalesce(:start, '')
 ORDER BY q.id
 LIMIT 500

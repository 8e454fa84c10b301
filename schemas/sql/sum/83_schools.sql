-- Schools at work, of those in the programme
-- section: ties
-- of: rows
-- :from  since  the first day of the period
-- :on    day    the day that is meant
-- scans: enrol mark everybody is counted
--
-- At work: one of its people began or mastered something in the period.
SELECT q.code        AS org,     -- id    School
       q.title       AS title,   -- title Title
       max(q.works)  AS counts   -- key
  FROM (SELECT p.org_code AS code, coalesce(o.short, p.org_code) AS title, coalesce(o.ord, 99999) AS ord,
               EXISTS (SELECT 1 FROM mark m WHERE m.person = p.id AND m.step IN (2, 4) AND m.day BETWEEN max(:from, p.since) AND :on
                                              AND m.day < p.until) AS works
          FROM person p
          LEFT JOIN org o ON o.edition = :rest AND o.org = p.org
         WHERE p.since <= :on AND :on < p.until) q
 GROUP BY q.code
 ORDER BY min(q.ord), q.code

-- Sessions and other events of the year: announced, moved, cancelled, held.
-- :year  year  the school year, by the year it ends in
-- filter: event day status search
-- scans: session_word the few of which something was said
--
-- A session keeps its name when it is moved: sg-1@2026-11-17 names the day that was planned, "date" the day it is on.
-- "present" is how many were there; "recorded": it was held.
SELECT q.session             AS session,    -- id    Session
       q.day                 AS date,       -- day   Date
       e.start               AS start,      -- text  Start
       e.minutes             AS minutes,    -- int   Minutes
       e.mode                AS mode,       -- word:offline|online|mixed Mode
       coalesce(e.place, e.link)
                             AS place,      -- text  Place
       e.grps                AS "group",    -- list  Group
       q.status              AS status,     -- word:announced|held|moved|cancelled Status
       (SELECT group_concat(x.code, ' ')
          FROM (SELECT c.code FROM event_grp g
                 CROSS JOIN grp_unit u ON u.edition = g.edition AND u.grp = g.grp
                 CROSS JOIN code c ON c.id = u.unit
                 WHERE g.edition = :rest AND g.event = q.event ORDER BY g.ord, u.ord) x)
                             AS units,      -- list  Its units
       q.present             AS present,    -- int   Were there
       q.status = 'held'     AS recorded,   -- flag  [Recorded]
       q.kind                AS kind,       -- word  (Kind)
       coalesce(e.title, q.event)
                             AS title,      -- title (Title)
       q.event               AS event,      -- id    (Event)
       q.planned             AS planned,    -- day   (Planned on)
       e.until               AS "until",    -- day   (Last day)
       coalesce(e.zone, (SELECT o.zone FROM org o WHERE o.edition = :rest AND o.org = coalesce(e.org, :org)))
                             AS zone,       -- text  (Time zone)
       e.link                AS link,       -- text  (Link)
       p.id                  AS responsible -- person (Responsible)
  FROM (SELECT s.*, (SELECT e.title || ' ' || e.id FROM event e WHERE e.edition = :rest AND e.id = s.event) || ' ' || s.session AS search
          FROM session s
         WHERE s.edition = :rest
           AND (NOT EXISTS (SELECT 1 FROM calendar c WHERE c.edition = :rest AND c.org = :org)
                OR s.day BETWEEN (SELECT c.opens FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year)
                             AND (SELECT c.until FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year))) q
  LEFT JOIN event e ON e.edition = :rest AND e.id = q.event
  LEFT JOIN code p ON p.kind = 'person' AND p.code = e.responsible
 WHERE true /* filters */
 ORDER BY q.day, e.start, e.ord, q.session;

-- Sessions and other events of the year: announced, planned, moved, cancelled, held.
-- :year  year  the school year, by the year it ends in
-- filter: event day status search
-- scans: session_word the few of which something was said
--
-- A session keeps its name when it is moved: sg-1@2026-11-17 names the day that was planned, "date" the day it is on.
-- Lessons that somebody shows to others stand in nsi session visits list. "present" is how many were there; "recorded": it was held.
SELECT q.session             AS session,    -- id    Session
       q.day                 AS date,       -- day   Date
       coalesce(k.start, e.start)
                             AS start,      -- text  Start
       coalesce(k.minutes, e.minutes)
                             AS minutes,    -- int   Minutes
       coalesce(k.mode, e.mode)
                             AS mode,       -- word:offline|online|mixed Mode
       coalesce(k.place, e.place, k.link, e.link)
                             AS place,      -- text  Place
       coalesce(e.grps, k.grp)
                             AS "group",    -- list  Group
       q.status              AS status,     -- word:announced|planned|held|moved|cancelled Status
       coalesce((SELECT group_concat(x.code, ' ')
                   FROM (SELECT DISTINCT c.code FROM pairing_take t
                          CROSS JOIN code c ON c.id = t.unit
                          WHERE t.session = k.session AND t.lamport = k.lamport AND t.by_ = k.by_ AND t.seq = k.seq
                          ORDER BY c.code) x),
       (SELECT group_concat(x.code, ' ')
          FROM (SELECT c.code FROM event_grp g
                 CROSS JOIN grp_unit u ON u.edition = g.edition AND u.grp = g.grp
                 CROSS JOIN code c ON c.id = u.unit
                 WHERE g.edition = :rest AND g.event = q.event ORDER BY g.ord, u.ord) x))
                             AS units,      -- list  Its units
       q.present             AS present,    -- int   Were there
       q.status = 'held'     AS recorded,   -- flag  [Recorded]
       q.kind                AS kind,       -- word  (Kind)
       coalesce(e.title, q.event)
                             AS title,      -- title (Title)
       q.event               AS event,      -- id    (Event)
       q.planned             AS planned,    -- day   (Planned on)
       e.until               AS "until",    -- day   (Last day)
       coalesce(k.zone, e.zone, (SELECT o.zone FROM org o WHERE o.edition = :rest AND o.org = coalesce(e.org, :org)))
                             AS zone,       -- text  (Time zone)
       coalesce(k.link, e.link)
                             AS link,       -- text  (Link)
       p.id                  AS responsible -- person (Responsible)
  FROM (SELECT s.*, (SELECT e.title || ' ' || e.id FROM event e WHERE e.edition = :rest AND e.id = s.event) || ' ' || s.session AS search
          FROM session s
         WHERE s.edition = :rest
           AND (NOT EXISTS (SELECT 1 FROM calendar c WHERE c.edition = :rest AND c.org = :org)
                OR s.day BETWEEN (SELECT c.opens FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year)
                             AND (SELECT c.until FROM calendar c WHERE c.edition = :rest AND c.org = :org AND c.year = :year))) q
  LEFT JOIN event e ON e.edition = :rest AND e.id = q.event
  LEFT JOIN code z ON z.kind = 'session' AND z.code = q.session
  LEFT JOIN pairing k ON k.session = z.id
   AND (k.lamport, k.by_, k.seq) = (SELECT x.lamport, x.by_, x.seq FROM pairing x WHERE x.session = z.id
                                     ORDER BY x.lamport DESC, x.by_ DESC, x.seq DESC LIMIT 1)
  LEFT JOIN code p ON p.kind = 'person' AND p.code = coalesce(k.leader, e.responsible)
 WHERE true /* filters */
 ORDER BY q.day, e.start, e.ord, q.session;

-- The days of the cyclogram's events: by their rules, over the days off of whoever leads them.
-- It rests on the tables calendar, day_off and event of the same edition, which are filled before it, and on nsi_days
-- (lib/plan/recur.c). Who has no calendar has ours; without any calendar every day is as good as another.
CREATE TABLE occurrence (
  edition INTEGER NOT NULL,
  session TEXT    NOT NULL,            -- GROUP@DAY of an event of one group, else EVENT@DAY; of that day's second ….2
  event   TEXT    NOT NULL,
  day     INTEGER NOT NULL,
  PRIMARY KEY (edition, session)
) STRICT, WITHOUT ROWID;
CREATE INDEX occurrence_event ON occurrence (edition, event, day);
WITH ours AS (
  SELECT c.id FROM setting s CROSS JOIN code c ON c.kind = 'org' AND c.code = s.value WHERE s.key = 'org'
), led AS (
  SELECT e.*, CASE WHEN EXISTS (SELECT 1 FROM calendar k WHERE k.edition = e.edition AND k.org = e.org) THEN e.org
                   ELSE (SELECT id FROM ours) END AS rests
    FROM loading l
   CROSS JOIN event e ON e.edition = l.edition
), placed AS (
  SELECT e.edition, e.id, e.ord, e.start, CASE e.ngrp WHEN 1 THEN e.grps ELSE e.id END AS name, j.value AS day
    FROM led e
    LEFT JOIN calendar c ON c.edition = e.edition AND c.org = e.rests
   CROSS JOIN json_each(nsi_days(e.rule, e.since, e.until, coalesce(max(c.opens, c.since - 370), e.since),
                                 coalesce(c.until, e.since + 400), e.shift, c.week,
                                 (SELECT group_concat(d.since || ' ' || d.until) FROM day_off d
                                   WHERE d.edition = c.edition AND d.calendar = c.id AND d.works = 0),
                                 (SELECT group_concat(d.since || ' ' || d.until) FROM day_off d
                                   WHERE d.edition = c.edition AND d.calendar = c.id AND d.works = 1))) j
)
SELECT p.edition,
       p.name || '@' || date(2440587.5 + p.day) ||
       CASE row_number() OVER same WHEN 1 THEN '' ELSE '.' || row_number() OVER same END AS session,
       p.id AS event, p.day
  FROM placed p
WINDOW same AS (PARTITION BY p.edition, p.name, p.day ORDER BY p.start, p.ord, p.id);

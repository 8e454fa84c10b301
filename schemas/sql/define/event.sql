-- Events of the cyclogram, as they are planned.
CREATE TABLE event (
  edition INTEGER NOT NULL,
  id      TEXT    NOT NULL,
  ord     INTEGER NOT NULL,
  kind    TEXT    NOT NULL,            -- pedsovet, webinar …
  title   TEXT    NOT NULL,            -- one language, or JSON of several
  org     INTEGER,                     -- who leads it: of the responsible person, else of the group's leader; null: ours
  responsible TEXT,                    -- a person's full code
  grps    TEXT,                        -- ids of its groups, with blanks between
  ngrp    INTEGER NOT NULL,
  since   INTEGER NOT NULL,
  until   INTEGER NOT NULL,            -- the last day; of a rule with COUNT or UNTIL it may lie behind its last
  rule    TEXT,                        -- of RFC 5545; null: once
  shift   INTEGER NOT NULL,            -- 1: from a day off to the next working day
  start   TEXT,                        -- "15:00"
  minutes INTEGER,
  mode    TEXT,                        -- offline, online, mixed
  place   TEXT,
  link    TEXT,
  zone    TEXT,                        -- if not the organisation's
  product TEXT,
  document TEXT,
  PRIMARY KEY (edition, id)
) STRICT, WITHOUT ROWID;
SELECT l.edition, l.id, l.ord, l.body ->> '$.kind' AS kind, l.body ->> '$.title' AS title,
       (SELECT o.id FROM code o
         WHERE o.kind = 'org'
           AND o.code = substr(coalesce(l.body ->> '$.responsible', g.body ->> '$.leader'), 1,
                               instr(coalesce(l.body ->> '$.responsible', g.body ->> '$.leader'), '/') - 1)) AS org,
       l.body ->> '$.responsible' AS responsible,
       (SELECT group_concat(j.value, ' ') FROM json_each(l.body, '$.groups') j) AS grps,
       coalesce(json_array_length(l.body, '$.groups'), 0) AS ngrp,
       CAST(julianday(coalesce(l.body ->> '$.date', l.body ->> '$.from')) - 2440587.5 AS INTEGER) AS since,
       CAST(julianday(coalesce(l.body ->> '$.date', l.body ->> '$.to',
                               (SELECT max(c.body ->> '$.teachers.to') FROM loaded c WHERE c.edition = l.edition AND c.kind = 'calendar'),
                               date(l.body ->> '$.from', '+400 days'))) - 2440587.5 AS INTEGER) AS until,
       coalesce(l.body ->> '$.repeat', 'FREQ=WEEKLY;BYDAY=' || upper(substr(l.body ->> '$.weekday', 1, 2))) AS rule,
       coalesce(l.body ->> '$.on_day_off', 'skip') = 'shift' AS shift,
       l.body ->> '$.time' AS start, l.body ->> '$.minutes' AS minutes, l.body ->> '$.mode' AS mode,
       l.body ->> '$.place' AS place, l.body ->> '$.link' AS link, l.body ->> '$.zone' AS zone,
       l.body ->> '$.product' AS product, l.body ->> '$.document' AS document
  FROM loaded l
  LEFT JOIN loaded g ON g.edition = l.edition AND g.kind = 'group' AND g.id = l.body ->> '$.groups[0]'
 WHERE l.kind = 'event';

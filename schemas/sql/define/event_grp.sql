-- The groups for which an event is.
CREATE TABLE event_grp (
  edition INTEGER NOT NULL,
  event   TEXT    NOT NULL,
  grp     INTEGER NOT NULL,
  ord     INTEGER NOT NULL,
  PRIMARY KEY (edition, event, grp)
) STRICT, WITHOUT ROWID;
SELECT l.edition, l.id AS event, c.id AS grp, j.key AS ord
  FROM loaded l
 CROSS JOIN json_each(l.body, '$.groups') j
 CROSS JOIN code c ON c.kind = 'group' AND c.code = j.value
 WHERE l.kind = 'event';

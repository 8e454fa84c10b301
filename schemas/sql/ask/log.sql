-- The journal, newest first: what was said, by whom, when.
-- filter: person_id unit_id quantum_id day verb actor
-- scans: entry act the whole journal is asked for
--
-- "on" is the day of the fact, "at" the instant when it was entered; "data" is what has no column.
-- People see an entry of this database by its number alone, which is enough for undo.
SELECT CASE WHEN q.origin = q.own THEN q.seq ELSE q.origin_code || ':' || q.seq END
                                      AS seq,      -- id      {Entry}
       q.origin_code || ':' || q.seq  AS entry,    -- id      [Entry]
       strftime('%Y-%m-%dT%H:%M:%SZ', q.at, 'unixepoch')
                                      AS "at",     -- text    [Entered]
       q.day                          AS "on",     -- day     On
       q.actor                        AS actor,    -- id      By
       q.verb                         AS verb,     -- id      [Verb]
       q.person_id                    AS person,   -- person  [Person]
       u.code                         AS unit,     -- id      [Unit]
       s.code                         AS session,  -- id      [Session]
       k.code                         AS quantum,  -- id      [Quantum]
       nullif(json_patch(coalesce(q.data, '{}'), json_object(
              'part', substr(p.code, instr(p.code, '.') + 1),
              'with', w.shown,
              'beside', json((SELECT json_group_array(b.shown)
                                FROM json_each(q.data, '$.beside') j
                               CROSS JOIN code y ON y.kind = 'person' AND y.code = j.value
                               CROSS JOIN shown b ON b.id = y.id
                              HAVING count(*) > 0)),
              'checked_by', coalesce(c.shown, (SELECT y.code FROM code y WHERE y.id = q.checker)) || coalesce(' ' || coalesce(x.shown, q.data ->> '$.second'), ''),
              'second', NULL,
              'entry', q.about || ':' || q.about_seq)), '{}')
                                      AS data,     -- json    [Data]
       q.undone                       AS undone,   -- flag    Undone
       q.origin || ' ' || q.seq       AS text,     -- sentence {What}
       q.person_id                    AS person_id,   -- key
       q.unit_id                      AS unit_id,     -- key
       q.quantum_id                   AS quantum_id,  -- key
       q.day                          AS day          -- key
  FROM (SELECT e.*, e.person AS person_id, e.unit AS unit_id, e.quantum AS quantum_id, a.actor, a.at, a.lamport, a.origin AS act_origin, a.seq AS first,
               o.code AS origin_code, (SELECT max(id) FROM origin WHERE own = 1) AS own,
               EXISTS (SELECT 1 FROM undone x WHERE x.target = o.code AND x.target_seq = e.act) AS undone
          FROM act a
          JOIN origin o ON o.id = a.origin
          JOIN entry e ON e.origin = a.origin AND e.act = a.seq AND e.seq BETWEEN a.seq AND a.last) q
  LEFT JOIN code u ON u.id = q.unit_id
  LEFT JOIN code s ON s.id = q.session
  LEFT JOIN code k ON k.id = q.quantum_id
  LEFT JOIN code p ON p.id = q.part
  LEFT JOIN shown w ON w.id = q.peer
  LEFT JOIN shown c ON c.id = q.checker
  LEFT JOIN code z ON z.kind = 'person' AND z.code = q.data ->> '$.second'
  LEFT JOIN shown x ON x.id = z.id
 WHERE true /* filters */
 ORDER BY q.lamport DESC, q.act_origin DESC, q.first DESC, q.seq

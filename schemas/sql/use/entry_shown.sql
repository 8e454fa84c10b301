-- An entry with its codes as people see them: persons bare where that is unique, units by label.
SELECT e.verb,
       date(2440587.5 + e.day) AS "on",
       CASE WHEN (SELECT min(x.person) < max(x.person) FROM enrol x WHERE x.bare = substr(p.code, instr(p.code, '/') + 1))
            THEN p.code ELSE substr(p.code, instr(p.code, '/') + 1) END AS person,
       coalesce((SELECT t.label FROM part t WHERE t.edition = :programme AND t.part = e.part) ||
                (SELECT ' (' || u.label || ')' FROM unit u WHERE u.edition = :programme AND u.unit = e.unit),
                (SELECT u.label FROM unit u WHERE u.edition = :programme AND u.unit = e.unit), u.code) AS unit,
       CASE WHEN (SELECT min(x.person) < max(x.person) FROM enrol x WHERE x.bare = substr(w.code, instr(w.code, '/') + 1))
            THEN w.code ELSE substr(w.code, instr(w.code, '/') + 1) END AS "with",
       CASE WHEN (SELECT min(x.person) < max(x.person) FROM enrol x WHERE x.bare = substr(k.code, instr(k.code, '/') + 1))
            THEN k.code ELSE substr(k.code, instr(k.code, '/') + 1) END AS checked_by,
       coalesce((SELECT x.shown FROM code z CROSS JOIN shown x ON x.id = z.id WHERE z.kind = 'person' AND z.code = e.data ->> '$.second'),
                e.data ->> '$.second') AS second,
       (SELECT x.shown FROM code z CROSS JOIN shown x ON x.id = z.id WHERE z.kind = 'person' AND z.code = e.data ->> '$.leader') AS leader,
       (SELECT group_concat(x.shown, ', ')
          FROM json_each(e.data, '$.beside') j
         CROSS JOIN code z ON z.kind = 'person' AND z.code = j.value
         CROSS JOIN shown x ON x.id = z.id) AS beside,
       coalesce((SELECT x.number FROM request_number x WHERE x.seq = r.seq AND x.by_ = y.code),
                CASE WHEN y.own THEN CAST(r.seq AS TEXT) ELSE y.code || ':' || r.seq END,
                CASE WHEN e.verb = 'attend'
                     THEN (SELECT x.number FROM visit_number x WHERE x.seq = e.about_seq AND x.by_ = e.about) END) AS number,
       coalesce((SELECT x.shown FROM shown x WHERE x.id = r.person), r.data ->> '$.group') AS asker,
       (SELECT group_concat(coalesce(x.shown, j.value), ', ')
          FROM json_each(e.data, '$.offered') j
          LEFT JOIN code z ON z.kind = 'person' AND z.code = j.value
          LEFT JOIN shown x ON x.id = z.id) AS offered,
       s.code AS session, q.code AS quantum, e.about || ':' || e.about_seq AS about, e.data,
       o.code || ':' || e.seq AS entry, nullif(o.own, 0) AS own
  FROM entry e
  JOIN origin o ON o.id = e.origin
  LEFT JOIN origin y ON e.verb IN ('request', 'answer', 'settle') AND y.code = CASE e.verb WHEN 'request' THEN o.code ELSE e.about END
  LEFT JOIN entry r ON r.origin = y.id AND r.seq = CASE e.verb WHEN 'request' THEN e.seq ELSE e.about_seq END
  LEFT JOIN code p ON p.id = e.person
  LEFT JOIN code u ON u.id = e.unit
  LEFT JOIN code w ON w.id = e.peer
  LEFT JOIN code k ON k.id = e.checker
  LEFT JOIN code s ON s.id = e.session
  LEFT JOIN code q ON q.id = e.quantum
 WHERE e.origin = :origin AND e.seq = :seq

-- What differs from edition :a to edition :b: mark, kind, id, what. What went under one id and came with the same
-- content, or the same label and title, under another was renamed.
WITH a AS (SELECT * FROM item WHERE edition = :a), b AS (SELECT * FROM item WHERE edition = :b),
     gone AS (SELECT * FROM a WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.edition = :b AND i.kind = a.kind AND i.id = a.id)),
     came AS (SELECT * FROM b WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.edition = :a AND i.kind = b.kind AND i.id = b.id)),
     renamed AS (
       SELECT g.kind, g.id AS was, min(c.id) AS id
         FROM gone g
        CROSS JOIN came c ON c.kind = g.kind
        WHERE json_remove(c.body, '$.id') = json_remove(g.body, '$.id')
           OR c.body ->> '$.title' = g.body ->> '$.title' AND c.body ->> '$.label' IS g.body ->> '$.label'
        GROUP BY g.kind, g.id),
     o AS (SELECT a.*, coalesce(r.id, a.id) AS now FROM a LEFT JOIN renamed r ON r.kind = a.kind AND r.was = a.id)
SELECT CASE WHEN o.id IS NULL THEN '+' WHEN w.id IS NULL THEN '-' ELSE '~' END AS mark,
       coalesce(o.kind, w.kind) AS kind, coalesce(w.id, o.id) AS id,
       CASE WHEN o.id IS NULL OR w.id IS NULL
            THEN coalesce(coalesce(w.body, o.body) ->> '$.title', coalesce(w.body, o.body) ->> '$.word', '')
            ELSE (SELECT group_concat(d.key || ': ' || coalesce(d.was, '—') || ' → ' || coalesce(d.is_, '—'), '; ')
                    FROM (SELECT coalesce(x.key, y.key) AS key, x.value AS was, y.value AS is_
                            FROM json_each(o.body) x FULL JOIN json_each(w.body) y ON x.key = y.key
                           WHERE x.value IS NOT y.value
                           ORDER BY coalesce(x.key, y.key) <> 'id', 1) d) END AS detail
  FROM o
  FULL JOIN b w ON w.kind = o.kind AND w.id = o.now
 WHERE o.id IS NULL OR w.id IS NULL OR o.body <> w.body
 ORDER BY kind, coalesce(w.ord, o.ord), id

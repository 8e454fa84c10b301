-- What differs from editions :a :a2 (programme, rest) to :b :b2: mark, kind, id, what. What went under one id and came with the same
-- content, or the same label and title, under another was renamed.
WITH RECURSIVE a AS (SELECT * FROM item WHERE edition IN (:a, :a2)), b AS (SELECT * FROM item WHERE edition IN (:b, :b2)),
     gone AS (SELECT * FROM a WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.edition IN (:b, :b2) AND i.kind = a.kind AND i.id = a.id)),
     came AS (SELECT * FROM b WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.edition IN (:a, :a2) AND i.kind = b.kind AND i.id = b.id)),
     renamed AS (
       SELECT g.kind, g.id AS was, min(c.id) AS id
         FROM gone g
        CROSS JOIN came c ON c.kind = g.kind
        WHERE json_remove(c.body, '$.id') = json_remove(g.body, '$.id')
           OR c.body ->> '$.title' = g.body ->> '$.title' AND c.body ->> '$.label' IS g.body ->> '$.label'
        GROUP BY g.kind, g.id),
     numbered AS (SELECT row_number() OVER (ORDER BY kind, was) AS k, kind, was, id FROM renamed),
     moved (kind, id, ord, body, k) AS (        -- references that follow a new name are no change of their own
       SELECT kind, id, ord, body, 0 FROM a
       UNION ALL
       SELECT m.kind, m.id, m.ord, CASE WHEN m.kind = n.kind AND m.id = n.was THEN m.body
                                        ELSE replace(m.body, '"' || n.was || '"', '"' || n.id || '"') END, n.k
         FROM moved m CROSS JOIN numbered n ON n.k = m.k + 1),
     o AS (SELECT m.*, coalesce(r.id, m.id) AS now
             FROM moved m LEFT JOIN renamed r ON r.kind = m.kind AND r.was = m.id
            WHERE m.k = (SELECT count(*) FROM numbered))
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

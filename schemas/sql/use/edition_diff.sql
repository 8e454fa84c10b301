-- What differs from edition :a to edition :b: mark, kind, id, what of it, the rest of its content.
SELECT CASE WHEN o.id IS NULL THEN '+' WHEN w.id IS NULL THEN '-' ELSE '~' END AS mark,
       coalesce(o.kind, w.kind) AS kind, coalesce(o.id, w.id) AS id,
       CASE WHEN o.id IS NULL THEN coalesce(w.body ->> '$.title', w.body ->> '$.word', '')
            WHEN w.id IS NULL THEN coalesce(o.body ->> '$.title', o.body ->> '$.word', '')
            ELSE (SELECT group_concat(d.key || ': ' || coalesce(d.was, '—') || ' → ' || coalesce(d.is_, '—'), '; ')
                    FROM (SELECT coalesce(a.key, b.key) AS key, a.value AS was, b.value AS is_
                            FROM json_each(o.body) a FULL JOIN json_each(w.body) b ON a.key = b.key
                           WHERE a.value IS NOT b.value
                           ORDER BY 1) d) END AS detail,
       json_remove(coalesce(o.body, w.body), '$.id') AS rest
  FROM (SELECT * FROM item WHERE edition = :a) o
  FULL JOIN (SELECT * FROM item WHERE edition = :b) w ON w.kind = o.kind AND w.id = o.id
 WHERE o.id IS NULL OR w.id IS NULL OR o.body <> w.body
 ORDER BY kind, coalesce(w.ord, o.ord), id

-- The objects of an edition: kind, order, body, id; of a unit its module; of what belongs to a year its day or year.
SELECT kind, ord, body, id, body ->> '$.module',
       coalesce(body ->> '$.date', body ->> '$.from', body ->> '$.due'), coalesce(body ->> '$.year', 0)
  FROM item WHERE edition = :edition ORDER BY kind, ord, id

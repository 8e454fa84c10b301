-- What is derived, as statements that drop it: indexes of what is kept, and all other tables and views.
WITH kept(name) AS (
  VALUES ('setting'), ('code'), ('origin'), ('act'), ('entry'), ('secret'), ('span'), ('edition'), ('item'), ('loading')
)
SELECT 'DROP ' || type || ' "' || name || '";'
  FROM sqlite_schema
 WHERE name NOT LIKE 'sqlite_%'
   AND ((type IN ('table', 'view') AND name NOT IN (SELECT name FROM kept))
        OR (type = 'index' AND tbl_name IN (SELECT name FROM kept)))

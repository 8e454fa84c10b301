-- What is derived, as statements that drop it.
SELECT 'DROP ' || type || ' "' || name || '";'
  FROM sqlite_schema
 WHERE type IN ('table', 'view')
   AND name NOT LIKE 'sqlite_%'
   AND name NOT IN ('setting', 'code', 'origin', 'act', 'entry', 'secret', 'span', 'edition', 'item', 'loading')

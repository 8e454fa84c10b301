-- Makes known the functions that are read as tables, for statements that may not: SQLite declares each when it is first named.
SELECT 1 FROM json_each('[]')
UNION ALL
SELECT 1 FROM json_tree('[]')

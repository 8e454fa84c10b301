-- 1: SQLite finds nothing wrong.
SELECT quick_check = 'ok' FROM pragma_quick_check(1)

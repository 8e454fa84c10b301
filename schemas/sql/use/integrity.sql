-- What SQLite itself finds.
SELECT integrity_check FROM pragma_integrity_check

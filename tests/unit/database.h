/* database.h - a database in memory with every table and view, for tests of statements. */
#ifndef TEST_DATABASE_H
#define TEST_DATABASE_H

#include "store/functions.h"
#include "store/sql.h"
#include "test.h"

static inline sqlite3 *database(void)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL), SQLITE_OK);
	assert_int_equal(functions_add(db, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql_files[SQL_SQL_0001_JOURNAL].text, NULL, NULL, NULL), SQLITE_OK);
	for (const struct derived *d = facts; d->name; d++)
		assert_int_equal(sqlite3_exec(db, d->create, NULL, NULL, NULL), SQLITE_OK);
	for (const struct derived *d = defines; d->name; d++)
		assert_int_equal(sqlite3_exec(db, d->create, NULL, NULL, NULL), SQLITE_OK);
	for (const struct sql_file *f = sql_files; f->kind; f++)
		if (!strcmp(f->kind, "view"))
			assert_int_equal(sqlite3_exec(db, f->text, NULL, NULL, NULL), SQLITE_OK);
	return db;
}

#endif

/* record.c - writes down what is bound and stepped. */
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "script.h"

static struct script *now;                 /* NULL: not recording */
static struct bound { sqlite3_stmt *s; struct value v[VALUES]; } bound[512];

static struct bound *bound_of(sqlite3_stmt *s)
{
	size_t i = ((size_t)s >> 4) % 512;

	while (bound[i].s && bound[i].s != s)
		i = (i + 1) % 512;
	bound[i].s = s;
	return &bound[i];
}

static void set(sqlite3_stmt *s, int k, int type, sqlite3_int64 i, double r, const void *bytes, int n)
{
	if (now && k > 0 && k <= VALUES)
		value_set(&bound_of(s)->v[k - 1], type, i, r, bytes, bytes && n < 0 ? strlen(bytes) : (size_t)n);
}

int __real_sqlite3_bind_int64(sqlite3_stmt *s, int k, sqlite3_int64 i);
int __wrap_sqlite3_bind_int64(sqlite3_stmt *s, int k, sqlite3_int64 i);
int __wrap_sqlite3_bind_int64(sqlite3_stmt *s, int k, sqlite3_int64 i)
{
	set(s, k, SQLITE_INTEGER, i, 0, NULL, 0);
	return __real_sqlite3_bind_int64(s, k, i);
}

int __real_sqlite3_bind_double(sqlite3_stmt *s, int k, double r);
int __wrap_sqlite3_bind_double(sqlite3_stmt *s, int k, double r);
int __wrap_sqlite3_bind_double(sqlite3_stmt *s, int k, double r)
{
	set(s, k, SQLITE_FLOAT, 0, r, NULL, 0);
	return __real_sqlite3_bind_double(s, k, r);
}

int __real_sqlite3_bind_text(sqlite3_stmt *s, int k, const char *t, int n, void (*f)(void *));
int __wrap_sqlite3_bind_text(sqlite3_stmt *s, int k, const char *t, int n, void (*f)(void *));
int __wrap_sqlite3_bind_text(sqlite3_stmt *s, int k, const char *t, int n, void (*f)(void *))
{
	if (t)
		set(s, k, SQLITE_TEXT, 0, 0, t, n);
	return __real_sqlite3_bind_text(s, k, t, n, f);
}

int __real_sqlite3_bind_blob(sqlite3_stmt *s, int k, const void *t, int n, void (*f)(void *));
int __wrap_sqlite3_bind_blob(sqlite3_stmt *s, int k, const void *t, int n, void (*f)(void *));
int __wrap_sqlite3_bind_blob(sqlite3_stmt *s, int k, const void *t, int n, void (*f)(void *))
{
	set(s, k, SQLITE_BLOB, 0, 0, t, n);
	return __real_sqlite3_bind_blob(s, k, t, n, f);
}

int __real_sqlite3_clear_bindings(sqlite3_stmt *s);
int __wrap_sqlite3_clear_bindings(sqlite3_stmt *s);
int __wrap_sqlite3_clear_bindings(sqlite3_stmt *s)
{
	for (int k = 0; now && k < VALUES; k++)
		value_set(&bound_of(s)->v[k], 0, 0, 0, NULL, 0);
	return __real_sqlite3_clear_bindings(s);
}

static int traced(unsigned what, void *x, void *stmt, void *text)
{
	(void)what, (void)x, (void)text;
	if (now) {
		struct statement *t = script_add(now, sqlite3_sql(stmt));
		const struct bound *b = bound_of(stmt);

		for (int k = 0; k < VALUES; k++)
			value_set(&t->values[k], b->v[k].type, b->v[k].i, b->v[k].r, b->v[k].bytes, b->v[k].n);
	}
	return 0;
}

int __real_sqlite3_open_v2(const char *path, sqlite3 **db, int flags, const char *vfs);
int __wrap_sqlite3_open_v2(const char *path, sqlite3 **db, int flags, const char *vfs);
int __wrap_sqlite3_open_v2(const char *path, sqlite3 **db, int flags, const char *vfs)
{
	int rc = __real_sqlite3_open_v2(path, db, flags, vfs);

	if (now && rc == SQLITE_OK)
		sqlite3_trace_v2(*db, SQLITE_TRACE_STMT, traced, NULL);
	return rc;
}

void record_begin(struct script *s)
{
	for (size_t i = 0; i < 512; i++) {
		for (int k = 0; k < VALUES; k++)
			free(bound[i].v[k].bytes);
		memset(&bound[i], 0, sizeof(bound[i]));
	}
	now = s;
}

void record_next(struct script *s)
{
	now = s;
}

void record_end(void)
{
	now = NULL;
}

/* db.c - opens databases and runs the statements of schemas/sql. */
#include "store/db.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/progress.h"
#include "store/fold.h"
#include "store/functions.h"
#include "store/said_table.h"

enum { STEPS = 10000 };                    /* of SQLite's machine, about a millisecond */

static const enum sql migrations[DB_MIGRATIONS] = { SQL_SQL_0001_JOURNAL };

enum nsi_status db_fail(struct nsi *n, sqlite3 *db)
{
	return db_fail_at(n, db, n->path);
}

static enum nsi_status run_text(struct nsi *n, const char *sql)
{
	if (n->broken)
		return n->broken;
	return sqlite3_exec(n->db, sql, NULL, NULL, NULL) == SQLITE_OK ? NSI_OK : db_fail(n, n->db);
}

/* ---- statements -------------------------------------------------------------------------------- */

sqlite3_stmt *db_get(struct nsi *n, enum sql which)
{
	sqlite3_stmt **s = &n->stmts[which];

	if (*s) {
		sqlite3_reset(*s);
		sqlite3_clear_bindings(*s);
		return *s;
	}
	if (sqlite3_prepare_v3(n->db, sql_files[which].text, -1, SQLITE_PREPARE_PERSISTENT, s, NULL) != SQLITE_OK)
		db_fail(n, n->db);
	return *s;
}

static int index_of(sqlite3_stmt *s, const char *name)
{
	return sqlite3_bind_parameter_index(s, name);
}

void db_int(sqlite3_stmt *s, const char *name, int64_t v)
{
	sqlite3_bind_int64(s, index_of(s, name), v);
}

void db_real(sqlite3_stmt *s, const char *name, double v)
{
	sqlite3_bind_double(s, index_of(s, name), v);
}

void db_text(sqlite3_stmt *s, const char *name, const char *v)
{
	sqlite3_bind_text(s, index_of(s, name), v, -1, SQLITE_STATIC);
}

void db_day(sqlite3_stmt *s, const char *name, int32_t v)
{
	if (v != DAY_NONE)
		db_int(s, name, v);
}

void db_common(struct nsi *n, sqlite3_stmt *s)
{
	db_int(s, ":today", n->today);
	db_int(s, ":org", n->org_id);
	db_int(s, ":programme", n->programme);
	db_int(s, ":rest", n->rest);
	db_text(s, ":lang", lang_name(n->lang));
}

bool db_row(struct nsi *n, sqlite3_stmt *s, enum nsi_status *status)
{
	/* What failed may have ended the transaction: nothing more is to be done, least of all outside of it. */
	int rc = n->broken ? SQLITE_ERROR : sqlite3_step(s);

	if (rc == SQLITE_ROW)
		return true;
	if (rc != SQLITE_DONE && !*status)
		*status = n->broken ? n->broken : db_fail(n, n->db);
	sqlite3_reset(s);
	return false;
}

enum nsi_status db_run(struct nsi *n, sqlite3_stmt *s)
{
	enum nsi_status status = NSI_OK;

	if (!s)
		return NSI_MACHINE;
	while (db_row(n, s, &status))
		;
	return status;
}

enum nsi_status db_do(struct nsi *n, enum sql which)
{
	return db_run(n, db_get(n, which));
}

int64_t db_value(struct nsi *n, sqlite3_stmt *s, int64_t standard)
{
	enum nsi_status status = NSI_OK;

	if (s && db_row(n, s, &status)) {
		if (sqlite3_column_type(s, 0) != SQLITE_NULL)
			standard = sqlite3_column_int64(s, 0);
		sqlite3_reset(s);
	}
	return standard;
}

const char *db_string(struct nsi *n, sqlite3_stmt *s, int column)
{
	const char *t = (const char *)sqlite3_column_text(s, column);

	return t ? arena_strndup(&n->scratch, t, (size_t)sqlite3_column_bytes(s, column)) : NULL;
}

/* ---- transactions -------------------------------------------------------------------------------- */

enum nsi_status db_begin(struct nsi *n)
{
	enum nsi_status status = run_text(n, "BEGIN IMMEDIATE");

	n->depth = !status;
	return status;
}

enum nsi_status db_commit(struct nsi *n)
{
	enum nsi_status status = call_state(n);

	if (!status)
		status = run_text(n, "COMMIT");

	if (status)
		db_rollback(n);
	n->depth = false;
	return status;
}

void db_rollback(struct nsi *n)
{
	if (n->db && !sqlite3_get_autocommit(n->db))
		sqlite3_exec(n->db, "ROLLBACK", NULL, NULL, NULL);
	n->depth = false;
}

bool db_look(struct nsi *n)
{
	return sqlite3_get_autocommit(n->db) && sqlite3_exec(n->db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
}

void db_looked(struct nsi *n, bool keep)
{
	if (keep)
		sqlite3_exec(n->db, "COMMIT", NULL, NULL, NULL);
	db_rollback(n);                        /* what is left of it */
}

enum nsi_status db_savepoint(struct nsi *n)
{
	return run_text(n, "SAVEPOINT try");
}

enum nsi_status db_savepoint_back(struct nsi *n)
{
	return run_text(n, "ROLLBACK TO try");
}

/* ---- the tables that are made from others --------------------------------------------------------- */

static enum nsi_status tables_make(struct nsi *n)
{
	enum nsi_status status = NSI_OK;

	for (const struct derived *d = facts; d->name && !status; d++)
		status = run_text(n, d->create);
	for (const struct derived *d = defines; d->name && !status; d++)
		status = run_text(n, d->create);
	for (const struct sql_file *f = sql_files; f->kind && !status; f++)
		if (!strcmp(f->kind, "view"))
			status = run_text(n, f->text);
	return status;
}

static enum nsi_status stamp_write(struct nsi *n)
{
	sqlite3_stmt *s = db_get(n, SQL_USE_SETTING_SET);

	if (!s)
		return NSI_MACHINE;
	db_text(s, ":key", "derived");
	db_text(s, ":value", sql_stamp);
	return db_run(n, s);
}

void db_forget_statements(struct nsi *n)
{
	for (size_t i = 0; i < SQL_COUNT; i++) {
		sqlite3_finalize(n->stmts[i]);
		n->stmts[i] = NULL;
	}
	for (size_t i = 0; i < 3; i++)
		for (size_t k = 0; k < sizeof(n->fact_stmts[i]) / sizeof(n->fact_stmts[i][0]); k++) {
			sqlite3_finalize(n->fact_stmts[i][k]);
			n->fact_stmts[i][k] = NULL;
		}
}

/* Names of what is derived, each as a DROP; the journal's own tables are not among them. */
static enum nsi_status tables_drop(struct nsi *n)
{
	enum nsi_status status = NSI_OK;
	struct buf drops = { 0 };
	sqlite3_stmt *s = db_get(n, SQL_USE_DROPS);

	while (s && db_row(n, s, &status))
		buf_puts(&drops, (const char *)sqlite3_column_text(s, 0));
	db_forget_statements(n);
	if (!status && drops.n)
		status = run_text(n, drops.s);
	buf_free(&drops);
	return status;
}

enum nsi_status db_derive(struct nsi *n)
{
	enum nsi_status status = tables_drop(n);

	if (!status)
		status = tables_make(n);
	if (!status)
		status = stamp_write(n);
	return status;
}

void db_pulse(struct nsi *n)
{
	bool told = n->messages.progress.tell;

	sqlite3_progress_handler(n->db, told ? STEPS : 0, told ? progress_pulse : NULL, &n->messages);
}

/* ---- opening ---------------------------------------------------------------------------------------- */

static enum nsi_status connect_to(struct nsi *n, int flags)
{
	enum nsi_status status = db_connect(n, n->path, flags, &n->db);

	if (!status && (functions_add(n->db, n) != SQLITE_OK || said_table_add(n->db, n) != SQLITE_OK))
		status = db_fail(n, n->db);
	if (!status)
		db_pulse(n);
	return status;
}

const char *db_resolved(struct nsi *n, const char *path)
{
	const char *slash = strrchr(path, '/');
	char folder[PATH_MAX];
	char *dir = slash ? arena_strndup(&n->keep, path, (size_t)(slash - path) + (slash == path)) : NULL;

	if (!realpath(dir ? dir : ".", folder))
		return path;
	return arena_printf(&n->keep, "%s/%s", strcmp(folder, "/") ? folder : "", slash ? slash + 1 : path);
}

enum nsi_status db_open(struct nsi *n, const char *path)
{
	enum nsi_status status;
	const char *stamp;

	n->path = db_resolved(n, path);
	status = db_ours(n, n->path, DB_APPLICATION_ID, DB_MIGRATIONS, N_("%s is not a database of nsi"));
	if (!status)
		status = connect_to(n, 0);
	if (!status)
		status = handle_read(n);
	stamp = status ? NULL : setting_stored(n, "derived");
	if (!status && (!stamp || strcmp(stamp, sql_stamp)))
		status = fold_renew(n);
	if (status)
		db_close(n);
	return status;
}

enum nsi_status db_create(struct nsi *n, const char *path)
{
	enum nsi_status status;
	char *ids;

	n->path = db_resolved(n, path);
	status = connect_to(n, SQLITE_OPEN_CREATE);
	if (!status)
		status = db_begin(n);
	ids = arena_printf(&n->keep, "PRAGMA application_id=%d; PRAGMA user_version=%d", DB_APPLICATION_ID,
	                   DB_MIGRATIONS);
	if (!status)
		status = run_text(n, ids);
	for (size_t i = 0; i < DB_MIGRATIONS && !status; i++)
		status = run_text(n, sql_files[migrations[i]].text);
	if (!status)
		status = tables_make(n);
	if (!status)
		status = stamp_write(n);
	return status;
}

void db_close(struct nsi *n)
{
	db_rollback(n);
	db_forget_statements(n);
	sqlite3_close(n->db);
	n->db = NULL;
}

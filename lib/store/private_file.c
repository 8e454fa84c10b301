/* private_file.c - the second file: made, opened, asked. */
#include "store/private_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "store/db.h"

enum { APPLICATION_ID = 0x6e736970, MIGRATIONS = 2 };

static const enum sql statements[PRIVATE_STATEMENTS] = {
	[PRIVATE_LAST] = SQL_PRIVATE_TEXT_LAST, [PRIVATE_GET] = SQL_PRIVATE_TEXT_GET, [PRIVATE_ADD] = SQL_PRIVATE_TEXT_ADD,
	[PRIVATE_NEW] = SQL_PRIVATE_TEXT_NEW, [PRIVATE_DROP] = SQL_PRIVATE_TEXT_DROP, [PRIVATE_SWEPT] = SQL_PRIVATE_SWEPT_SET,
	[PRIVATE_NAME_ADD] = SQL_PRIVATE_NAME_ADD, [PRIVATE_NAME_FIND] = SQL_PRIVATE_NAME_FIND,
	[PRIVATE_NAME_LIKE] = SQL_PRIVATE_NAME_LIKE,
};
static const enum sql migrations[MIGRATIONS] = { SQL_PRIVATE_0001_TEXT, SQL_PRIVATE_0002_NAME };

/* ---- statements -------------------------------------------------------------------------------- */

static enum nsi_status trouble(struct nsi *n)
{
	return db_fail_at(n, n->private->db, n->private->path);
}

enum nsi_status private_exec(struct nsi *n, const char *sql)
{
	return sqlite3_exec(n->private->db, sql, NULL, NULL, NULL) == SQLITE_OK ? NSI_OK : trouble(n);
}

sqlite3_stmt *private_get(struct nsi *n, int which)
{
	sqlite3_stmt **s = &n->private->stmts[which];

	if (*s) {
		sqlite3_reset(*s);
		sqlite3_clear_bindings(*s);
	} else if (sqlite3_prepare_v3(n->private->db, sql_files[statements[which]].text, -1, SQLITE_PREPARE_PERSISTENT,
	                              s, NULL) != SQLITE_OK) {
		trouble(n);
	}
	return *s;
}

bool private_row(struct nsi *n, sqlite3_stmt *s, enum nsi_status *status)
{
	int rc = s ? sqlite3_step(s) : SQLITE_ERROR;

	if (rc == SQLITE_ROW)
		return true;
	if (!s && !*status)
		*status = NSI_MACHINE;
	else if (rc != SQLITE_DONE && !*status)
		*status = trouble(n);
	sqlite3_reset(s);
	return false;
}

enum nsi_status private_run(struct nsi *n, sqlite3_stmt *s)
{
	enum nsi_status status = NSI_OK;

	while (private_row(n, s, &status))
		;
	return status;
}

/* ---- the file ------------------------------------------------------------------------------------ */

static void disconnect(struct private *p)
{
	for (size_t i = 0; i < PRIVATE_STATEMENTS; i++) {
		sqlite3_finalize(p->stmts[i]);
		p->stmts[i] = NULL;
	}
	sqlite3_close(p->db);
	p->db = NULL;
}

struct private *private_of(struct nsi *n)
{
	size_t len = strlen(n->path);

	if (n->private)
		return n->private;
	n->private = calloc(1, sizeof(*n->private));
	if (!n->private)
		return NULL;
	if (len > 3 && !strcmp(n->path + len - 3, ".db"))
		len -= 3;
	n->private->path = arena_printf(&n->keep, "%.*s-private.db", (int)len, n->path);
	return n->private;
}

/* How many migrations the open file has had; -1: it cannot be read. */
static int version(struct private *p)
{
	sqlite3_stmt *s = NULL;
	int v = -1;

	if (sqlite3_prepare_v2(p->db, "PRAGMA user_version", -1, &s, NULL) == SQLITE_OK &&
	    sqlite3_step(s) == SQLITE_ROW)
		v = sqlite3_column_int(s, 0);
	sqlite3_finalize(s);
	return v;
}

/* A file of an older version becomes one of this, wholly or not at all. */
static enum nsi_status migrate(struct nsi *n)
{
	struct private *p = n->private;
	enum nsi_status status;
	int from = version(p);

	if (from < 0)
		return trouble(n);
	if (from >= MIGRATIONS)
		return NSI_OK;
	status = private_exec(n, "BEGIN IMMEDIATE");
	from = version(p);                         /* another may have been quicker */
	for (int i = from; i >= 0 && i < MIGRATIONS && !status; i++)
		status = private_exec(n, sql_files[migrations[i]].text);
	if (!status)
		status = private_exec(n, arena_printf(&n->scratch, "PRAGMA user_version=%d", MIGRATIONS));
	if (!status)
		status = private_exec(n, "COMMIT");
	if (status)
		sqlite3_exec(p->db, "ROLLBACK", NULL, NULL, NULL);
	return status;
}

bool private_is_open_to_others(struct nsi *n, bool repair)
{
	const char *group = setting(n, "private.group");
	mode_t allowed = group && !strcmp(group, "on") ? 0660 : 0600;
	struct private *p = private_of(n);
	struct stat st;

	if (!p || lstat(p->path, &st) || !S_ISREG(st.st_mode) || !(st.st_mode & 0777 & ~allowed))
		return false;
	return !repair || chmod(p->path, allowed);
}

enum nsi_status private_open(struct nsi *n)
{
	struct private *p = private_of(n);
	enum nsi_status status;

	if (!p)
		return NSI_MEMORY;
	if (p->db)
		return NSI_OK;
	if (!db_is_there(p->path))
		return fail(&n->messages, NSI_MACHINE, N_("there is no %s, where private texts are kept: restore it, "
		            "or make an empty one with nsi check --repair"), p->path);
	status = db_ours(n, p->path, APPLICATION_ID, MIGRATIONS, N_("%s is not a database of nsi"));
	if (!status)
		status = db_connect(n, p->path, 0, &p->db);
	if (!status)
		status = migrate(n);
	if (status)
		disconnect(p);
	else if (private_is_open_to_others(n, false))
		warn(&n->messages, N_("%s can be read by others: nsi check --repair takes that away"), p->path);
	return status;
}

bool private_open_quietly(struct nsi *n)
{
	struct messages told = n->messages;
	enum nsi_status broken = n->broken;
	struct private *p = private_of(n);

	if (!p || p->hidden)
		return false;
	n->messages = (struct messages){ .lang = told.lang };
	p->hidden = private_open(n) != NSI_OK;
	messages_free(&n->messages);
	n->messages = told;
	if (n->broken == NSI_MACHINE)
		n->broken = broken;                /* it is only not shown then */
	return !p->hidden;
}

/* A whole file at PATH of nobody else; what SQLite makes beside it gets the same mode. */
static enum nsi_status make(struct nsi *n, const char *path)
{
	char *begin = arena_printf(&n->scratch, "BEGIN IMMEDIATE; PRAGMA application_id=%d; PRAGMA user_version=%d",
	                           APPLICATION_ID, MIGRATIONS);
	sqlite3 *db = NULL;
	enum nsi_status status;
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	bool ok = fd >= 0 && !fchmod(fd, 0600);           /* a umask may have taken the owner's own rights */

	if (!ok)
		status = fail(&n->messages, NSI_MACHINE, "%s: %s", path, tr(n->lang, error_text(errno)));
	if (fd >= 0)
		close(fd);
	if (!ok)
		return status;
	status = db_connect(n, path, SQLITE_OPEN_CREATE, &db);
	if (!status && sqlite3_exec(db, begin, NULL, NULL, NULL) != SQLITE_OK)
		status = db_fail_at(n, db, path);
	for (size_t i = 0; i < MIGRATIONS && !status; i++)
		if (sqlite3_exec(db, sql_files[migrations[i]].text, NULL, NULL, NULL) != SQLITE_OK)
			status = db_fail_at(n, db, path);
	if (!status && sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
		status = db_fail_at(n, db, path);
	sqlite3_close(db);
	return status;
}

enum nsi_status private_create(struct nsi *n)
{
	struct private *p = private_of(n);
	enum nsi_status status = NSI_OK;
	const char *new;
	int error;

	if (!p)
		return NSI_MEMORY;
	if (db_is_there(p->path)) {                           /* of an `init` that was cut off: nothing is in it */
		status = private_open(n);
		if (!status && private_row(n, private_get(n, PRIVATE_LAST), &status) &&
		    sqlite3_column_int64(p->stmts[PRIVATE_LAST], 0))
			status = fail(&n->messages, NSI_MACHINE,
			              N_("%s is there already and not empty: move it away first"), p->path);
		return status;
	}
	new = arena_printf(&n->scratch, "%s.new", p->path);
	unlink(new);
	unlink(arena_printf(&n->scratch, "%s-journal", new));
	if (n->scratch.oom)
		return NSI_MEMORY;
	status = make(n, new);
	if (!status && (error = db_move(&n->scratch, new, p->path)))
		status = fail(&n->messages, NSI_MACHINE, "%s: %s", p->path, tr(n->lang, error_text(error)));
	if (status)
		unlink(new);
	return status ? status : private_open(n);
}

/* PATH and what SQLite keeps beside it; what is not there has no mode to set. */
static int set_mode(struct nsi *n, const char *path, gid_t group, mode_t mode)
{
	static const char *const tails[] = { "", "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < sizeof(tails) / sizeof(*tails); i++) {
		const char *one = arena_printf(&n->scratch, "%s%s", path, tails[i]);
		struct stat st;

		if (lstat(one, &st) || !S_ISREG(st.st_mode))
			continue;
		if ((mode & 060 && st.st_gid != group && chown(one, (uid_t)-1, group)) || chmod(one, mode))
			return errno;
	}
	return 0;
}

enum nsi_status private_share(struct nsi *n, bool group)
{
	const char *slash = strrchr(n->path, '/');
	const char *folder = slash ? arena_printf(&n->scratch, "%.*s", (int)(slash - n->path), n->path) : ".";
	enum nsi_status status = private_open(n);
	struct stat st;
	int error;

	if (status)
		return status;
	if (stat(folder, &st))
		return fail(&n->messages, NSI_MACHINE, "%s: %s", folder, tr(n->lang, error_text(errno)));
	error = group && (st.st_mode & 07770) != 02770 && chmod(folder, 02770) ? errno : 0;
	if (!error && group)
		error = set_mode(n, n->path, st.st_gid, 0660);
	if (!error)
		error = set_mode(n, n->private->path, st.st_gid, group ? 0660 : 0600);
	return error ? fail(&n->messages, NSI_MACHINE, N_("the rights of %s cannot be set: %s"), n->private->path,
	                    tr(n->lang, error_text(error)))
	             : NSI_OK;
}

void private_close(struct nsi *n)
{
	if (!n->private)
		return;
	private_drop(n);
	disconnect(n->private);
	free(n->private);
	n->private = NULL;
}

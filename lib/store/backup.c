/* backup.c - one file with everything, made while others write, and a workspace made of it again. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "base/progress.h"
#include "store/db.h"
#include "store/output.h"
#include "store/private_file.h"

enum { APPLICATION_ID = 0x6e736962, PIECE = 1024 /* pages copied at once */ };

/* Two connections of their own that see one moment of both files. */
struct moment { sqlite3 *db, *private; };

static enum nsi_status run_at(struct nsi *n, sqlite3 *db, const char *path, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK ? NSI_OK : db_fail_at(n, db, path);
}

static enum nsi_status marked(struct nsi *n, sqlite3 *db, const char *path, unsigned application_id)
{
	return run_at(n, db, path, arena_printf(&n->scratch, "PRAGMA application_id=%u; PRAGMA journal_mode=DELETE", application_id));
}

/* The first column of a statement of schemas/sql/backup. */
static enum nsi_status number_of(struct nsi *n, sqlite3 *db, const char *path, enum sql which, int64_t *out)
{
	sqlite3_stmt *s = NULL;
	enum nsi_status status = NSI_OK;

	if (sqlite3_prepare_v2(db, sql_files[which].text, -1, &s, NULL) != SQLITE_OK || sqlite3_step(s) != SQLITE_ROW)
		status = db_fail_at(n, db, path);
	else
		*out = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return status;
}

static enum nsi_status copied(struct nsi *n, sqlite3 *to, const char *path, sqlite3 *from)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");

	while (b && sqlite3_backup_step(b, PIECE) == SQLITE_OK) {
		int all = sqlite3_backup_pagecount(b);

		progress_at(&n->messages, N_("copying"), all - sqlite3_backup_remaining(b), all);
	}
	return b && sqlite3_backup_finish(b) == SQLITE_OK ? NSI_OK : db_fail_at(n, to, path);
}

/* A file of our own that is to be no more, with all that SQLite may have put beside it: the next one of this name
 * would take that for its own. */
static void file_end(struct nsi *n, const char *path)
{
	static const char *const tails[] = { "", "-journal", "-wal", "-shm" };

	for (size_t i = 0; i < sizeof(tails) / sizeof(*tails); i++)
		unlink(arena_printf(&n->scratch, "%s%s", path, tails[i]));
}

/* An empty file that nobody else can read while names come into it. */
static enum nsi_status file_begin(struct nsi *n, const char *path)
{
	int fd;

	file_end(n, path);                         /* of one that was cut off */
	fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return fail(&n->messages, NSI_MACHINE, "%s: %s", path, tr(n->lang, error_text(errno)));
	close(fd);
	return NSI_OK;
}

/* Names are not in it any more, or never were: the rights of any new file. */
static enum nsi_status shared(struct nsi *n, const char *path)
{
	mode_t mask = umask(0);

	umask(mask);
	return chmod(path, 0666 & ~mask) ? fail(&n->messages, NSI_MACHINE, "%s: %s", path, tr(n->lang, error_text(errno))) : NSI_OK;
}

static enum nsi_status moved(struct nsi *n, const char *from, const char *to)
{
	int error = db_move(&n->scratch, from, to);

	return error ? fail(&n->messages, NSI_MACHINE, "%s: %s", to, tr(n->lang, error_text(error))) : NSI_OK;
}

static enum nsi_status answer(struct nsi *n, const char *file, int64_t entries, bool names, const struct nsi_rows **out)
{
	static const struct nsi_column cols[] = {
		{ "file", N_("File"), NULL, NSI_T_TEXT, false }, { "entries", N_("Entries"), NULL, NSI_T_INT, false },
		{ "names", N_("Names inside"), NULL, NSI_T_FLAG, false },
	};
	struct table *t = arena_new(&n->scratch, struct table);
	struct nsi_cell *c;

	if (!t)
		return NSI_MEMORY;
	table_begin(t, &n->scratch, n->lang, cols, 3);
	c = table_row(t);
	if (!c)
		return NSI_MEMORY;
	c[0] = cell_text(NSI_T_TEXT, file);
	c[1] = cell_int(entries);
	c[2] = cell_flag(names);
	*out = &t->rows;
	return NSI_OK;
}

/* ---- making one ----------------------------------------------------------------------------------- */

/* Under the lock of who writes nothing moves in either file; what is seen then stays seen behind it. */
static enum nsi_status moment_begin(struct nsi *n, struct moment *m)
{
	static const char see[] = "BEGIN; PRAGMA user_version";
	bool private = private_open_quietly(n);
	enum nsi_status status = db_begin(n);

	if (!status && !private && private_of(n) && !access(n->private->path, R_OK | W_OK)) {
		status = private_open(n);              /* who may read it shall not lose it by and by */
		private = !status;
	}
	if (!status)
		status = db_connect(n, n->path, 0, &m->db);
	if (!status && private)
		status = db_connect(n, n->private->path, 0, &m->private);
	if (!status)
		status = run_at(n, m->db, n->path, see);
	if (!status && private)
		status = run_at(n, m->private, n->private->path, see);
	db_rollback(n);
	if (!status && !private)
		warn(&n->messages, N_("private texts cannot be read here: the backup is made without them"));
	return status;
}

static void moment_end(struct moment *m)
{
	sqlite3_close(m->db);
	sqlite3_close(m->private);
}

static enum nsi_status private_put(struct nsi *n, sqlite3 *to, const char *path, sqlite3 *private, int64_t *texts)
{
	sqlite3_int64 size = 0;
	unsigned char *body = sqlite3_serialize(private, "main", &size, 0);
	sqlite3_stmt *s = NULL;
	enum nsi_status status = body ? number_of(n, private, n->private->path, SQL_PRIVATE_TEXT_LAST, texts) : NSI_MEMORY;

	if (!status && sqlite3_prepare_v2(to, sql_files[SQL_BACKUP_PUT].text, -1, &s, NULL) != SQLITE_OK)
		status = db_fail_at(n, to, path);
	if (!status) {
		sqlite3_bind_blob64(s, sqlite3_bind_parameter_index(s, ":body"), body, (sqlite3_uint64)size, SQLITE_STATIC);
		db_int(s, ":texts", *texts);
		if (sqlite3_step(s) != SQLITE_DONE)
			status = db_fail_at(n, to, path);
	}
	sqlite3_finalize(s);
	sqlite3_free(body);
	return status;
}

static enum nsi_status write_all(struct nsi *n, const struct moment *m, const char *new, int64_t *entries, int64_t *texts)
{
	sqlite3 *to = NULL;
	enum nsi_status status = db_connect(n, new, SQLITE_OPEN_CREATE, &to);

	if (!status)
		status = copied(n, to, new, m->db);
	if (!status)
		status = marked(n, to, new, APPLICATION_ID);
	if (!status)
		status = run_at(n, to, new, sql_files[SQL_BACKUP_TABLE].text);
	if (!status && m->private)
		status = private_put(n, to, new, m->private, texts);
	if (!status)
		status = number_of(n, to, new, SQL_BACKUP_COUNT, entries);
	sqlite3_close(to);
	return status;
}

enum nsi_status nsi_backup(struct nsi *n, const char *file, const struct nsi_rows **out)
{
	struct moment m = { NULL, NULL };
	int64_t entries = 0, texts = 0;
	const char *path, *new;
	enum nsi_status status;

	call_begin(n);
	if (!*file || !strcmp(file, "-"))
		return fail(&n->messages, NSI_USAGE, N_("\"%s\" is not the name of a file"), file);
	status = nsi_open(n);
	path = db_resolved(n, file);
	new = arena_printf(&n->scratch, "%s.new", path);
	if (!status)
		status = output_allowed(n, file);
	if (!status && db_is_there(path))
		status = fail(&n->messages, NSI_DATA, N_("%s is there already"), file);
	if (!status)
		status = file_begin(n, new);
	if (status)
		return call_end(n, status);
	status = moment_begin(n, &m);
	if (!status)
		status = write_all(n, &m, new, &entries, &texts);
	moment_end(&m);
	if (!status && !texts)
		status = shared(n, new);
	if (!status)
		status = call_state(n);
	if (!status)
		status = moved(n, new, path);
	n->saved = !status;
	if (status)
		file_end(n, new);
	return call_end(n, status ? status : answer(n, file, entries, texts, out));
}

/* ---- making a workspace of it ---------------------------------------------------------------------- */

static enum nsi_status refuse(struct nsi *n, const char *file)
{
	struct stat st;

	if (lstat(file, &st))
		return fail(&n->messages, errno == ENOENT ? NSI_DATA : NSI_MACHINE, "%s: %s", file, tr(n->lang, error_text(errno)));
	return db_ours(n, file, APPLICATION_ID, DB_MIGRATIONS, N_("%s is not a backup of nsi"));
}

static enum nsi_status is_there(struct nsi *n, const char *path)
{
	struct stat st;

	if (lstat(path, &st))
		return fail(&n->messages, NSI_MACHINE, "%s: %s", path, tr(n->lang, error_text(errno)));
	return fail(&n->messages, NSI_DATA, N_("%s is there already: restore into an empty folder"), path);
}

static enum nsi_status bytes_write(struct nsi *n, const char *path, const char *body, size_t size)
{
	enum nsi_status status = file_begin(n, path);
	int fd = status ? -1 : open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC), error = 0;

	if (status)
		return status;
	for (size_t done = 0; !error && done < size;) {
		ssize_t k = fd < 0 ? -1 : write(fd, body + done, size - done);

		if (k < 0 && errno != EINTR)
			error = errno;
		done += k > 0 ? (size_t)k : 0;
	}
	if (!error && (fd < 0 || fsync(fd)))
		error = errno;
	if (fd >= 0)
		close(fd);
	return error ? fail(&n->messages, NSI_MACHINE, "%s: %s", path, tr(n->lang, error_text(error))) : NSI_OK;
}

/* The private file is BODY; one that is there may only be the same, of a restore that was cut off. */
static enum nsi_status private_write(struct nsi *n, const char *body, size_t size)
{
	const char *path = n->private->path, *beside = arena_printf(&n->scratch, "%s.new", path), *bytes;
	enum nsi_status status;
	size_t there;

	if (db_is_there(path)) {
		status = file_read(&n->messages, &n->scratch, path, SIZE_MAX, &bytes, &there);
		if (status)
			return status == NSI_MEMORY ? status : NSI_MACHINE;
		return there == size && !memcmp(bytes, body, size) ? NSI_OK : is_there(n, path);
	}
	status = bytes_write(n, beside, body, size);
	if (!status)
		status = moved(n, beside, path);
	if (status)
		unlink(beside);
	return status;
}

/* The private file of the copy at NEW; without one in it an empty one. */
static enum nsi_status private_take(struct nsi *n, sqlite3 *copy, const char *new, bool *names)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(copy, sql_files[SQL_BACKUP_GET].text, -1, &s, NULL);
	enum nsi_status status;

	if (rc == SQLITE_OK)
		rc = sqlite3_step(s);
	if (rc == SQLITE_ROW) {
		*names = sqlite3_column_int64(s, 1);
		status = private_write(n, sqlite3_column_blob(s, 0), (size_t)sqlite3_column_bytes(s, 0));
	} else {
		status = rc == SQLITE_DONE ? private_create(n) : db_fail_at(n, copy, new);
	}
	sqlite3_finalize(s);
	return status;
}

/* The database in FILE as a file NEW of its own, without the private one. */
static enum nsi_status copy_out(struct nsi *n, const char *file, const char *new, bool *names)
{
	sqlite3 *from = NULL, *to = NULL;
	enum nsi_status status = NSI_OK;
	int64_t whole = 0;

	if (sqlite3_open_v2(file, &from, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		status = db_fail_at(n, from, file);
	if (!status)
		status = db_connect(n, new, SQLITE_OPEN_CREATE, &to);
	if (!status)
		status = copied(n, to, file, from);
	if (!status)
		status = number_of(n, to, file, SQL_BACKUP_WHOLE, &whole);
	if (!status && !whole)
		status = fail(&n->messages, NSI_MACHINE, N_("%s is damaged: take an older backup"), file);
	if (!status)
		status = private_take(n, to, new, names);
	if (!status)
		status = run_at(n, to, new, sql_files[SQL_BACKUP_DROP].text);
	if (!status)
		status = marked(n, to, new, DB_APPLICATION_ID);
	sqlite3_close(to);
	sqlite3_close(from);
	return status;
}

/* What is said from now on is of a new origin: the same numbers may be given again where the backup came from. */
static enum nsi_status new_origin(struct nsi *n, const char *new)
{
	enum nsi_status status = db_open(n, new);

	if (!status)
		status = db_begin(n);
	if (!status)
		status = origin_begin(n, n->org);
	if (!status)
		status = db_commit(n);
	db_close(n);
	if (!status && db_is_there(arena_printf(&n->scratch, "%s-wal", new)))     /* and will not come along */
		status = fail(&n->messages, NSI_MACHINE, "%s: %s", new, tr(n->lang, error_text(EIO)));
	return status;
}

enum nsi_status nsi_restore(struct nsi *n, const char *file, const struct nsi_rows **out)
{
	const char *path = n->db_given ? n->db_given : arena_printf(&n->keep, "%s/nsi.db", n->dir ? n->dir : ".");
	const char *from = db_resolved(n, file), *new, *private;
	bool names = false, kept = false;
	enum nsi_status status;
	int64_t entries = 0;

	call_begin(n);
	status = refuse(n, from);
	n->path = path = db_resolved(n, path);
	new = arena_printf(&n->keep, "%s.new", path);
	if (!status && !private_of(n))
		status = NSI_MEMORY;
	if (!status && db_is_there(path))
		status = is_there(n, path);
	if (!status)
		status = file_begin(n, new);
	if (status)
		return call_end(n, status);
	private = n->private->path;
	kept = db_is_there(private);
	status = copy_out(n, from, new, &names);
	if (!status)
		status = new_origin(n, new);
	n->path = path;
	if (!status)
		status = shared(n, new);
	if (!status)
		status = call_state(n);
	if (!status)
		status = moved(n, new, path);
	n->saved = !status;
	if (status) {
		file_end(n, new);
		private_close(n);
		if (!kept)
			unlink(private);
	}
	if (!status)
		status = db_open(n, path);
	if (!status)
		status = number_of(n, n->db, path, SQL_BACKUP_COUNT, &entries);
	return call_end(n, status ? status : answer(n, n->path, entries, names, out));
}

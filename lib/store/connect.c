/* connect.c - what every database file of ours has in common: how it is told, opened, spoken of. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/error.h"
#include "store/db.h"

enum { BUSY_MS = 10000 };

static enum nsi_status failure(struct nsi *n, sqlite3 *db, const char *path)
{
	int code = db ? sqlite3_errcode(db) & 0xff : SQLITE_NOMEM;

	switch (code) {
	case SQLITE_NOMEM:
		return NSI_MEMORY;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return fail(&n->messages, NSI_MACHINE,
		            N_("%s is locked by another program: try again when it is done"), path);
	case SQLITE_READONLY:
		return fail(&n->messages, NSI_MACHINE, N_("%s or its folder cannot be written, which readers need too: nsi backup makes a copy to read elsewhere"), path);
	case SQLITE_FULL:
		return fail(&n->messages, NSI_MACHINE, N_("no room is left on the disk of %s: nothing was saved"),
		            path);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return fail(&n->messages, NSI_MACHINE, N_("%s is damaged: restore a backup"), path);
	case SQLITE_IOERR:
		if (sqlite3_extended_errcode(db) == SQLITE_IOERR_NOMEM || sqlite3_system_errno(db) == ENOMEM)
			return NSI_MEMORY;
		return fail(&n->messages, NSI_MACHINE, N_("%s cannot be read or written: %s"), path,
		            tr(n->lang, error_text(sqlite3_system_errno(db) ? sqlite3_system_errno(db) : EIO)));
	case SQLITE_CANTOPEN:
		if (sqlite3_system_errno(db) == EMFILE || sqlite3_system_errno(db) == ENFILE)
			return fail(&n->messages, NSI_MACHINE, N_("%s cannot be opened: %s"), path,
			            tr(n->lang, error_text(sqlite3_system_errno(db))));
		return fail(&n->messages, NSI_MACHINE,
		            N_("%s cannot be opened: its folder must be readable and writable, also for reading"), path);
	default:
		return fail(&n->messages, NSI_MACHINE, N_("%s: %s"), path, db ? sqlite3_errmsg(db) : "");
	}
}

enum nsi_status db_fail_at(struct nsi *n, sqlite3 *db, const char *path)
{
	return call_break(n, failure(n, db, path));
}

bool db_on_network(const char *path)
{
	static const long network[] = { 0x6969 /* nfs */, 0xff534d42 /* cifs */, 0xfe534d42 /* smb2 */, 0x517b /* smb */,
	                                0x65735546 /* fuse */, 0x01021997 /* 9p */ };
	struct statfs fs;

	if (statfs(path, &fs))
		return false;
	for (size_t i = 0; i < sizeof(network) / sizeof(*network); i++)
		if ((unsigned long)fs.f_type == (unsigned long)network[i])
			return true;
	return false;
}

/* SQLite makes -wal and -shm when it reads for the first time, and gives them the rights of the file only
 * then: in between, or for ever when it is killed there, somebody's umask would lock the others out. */
static mode_t umask_of(const char *path)
{
	mode_t before = umask(077);
	struct stat st;

	umask(stat(path, &st) ? before : ~st.st_mode & 0777);      /* a new file: as the user likes it */
	return before;
}

static int set_up(struct nsi *n, const char *path, int flags, sqlite3 *db)
{
	const char *wait = setting(n, "busy_timeout");   /* perhaps of a settings file, where anything may stand */
	/* a new file gets its WAL when it is opened again: first its head must be in the file itself */
	bool wal = !(flags & SQLITE_OPEN_CREATE) && !db_on_network(path);
	int rc;

	sqlite3_busy_timeout(db, wait && *wait >= '0' && *wait <= '9' ? atoi(wait) : BUSY_MS);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	rc = sqlite3_exec(db, "PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-65536", NULL, NULL, NULL);
	if (rc != SQLITE_OK)
		return rc;
	return sqlite3_exec(db, wal ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL"
		: "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA", NULL, NULL, NULL);
}

enum nsi_status db_connect(struct nsi *n, const char *path, int flags, sqlite3 **out)
{
	mode_t before = umask_of(path);
	int rc = sqlite3_open_v2(path, out,
	                         flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

	if (rc == SQLITE_OK)
		rc = set_up(n, path, flags, *out);
	umask(before);
	return rc == SQLITE_OK ? NSI_OK : db_fail_at(n, *out, path);
}

static unsigned big32(const unsigned char *p)
{
	return (unsigned)p[0] << 24 | (unsigned)p[1] << 16 | (unsigned)p[2] << 8 | p[3];
}

/* The first N bytes of PATH through SQLite's own door: closing another descriptor of a file that is
 * open in this process would drop its locks. 0 or an errno; what is not a file of that size gives zeros. */
static int head_of(const char *path, unsigned char *head, int size)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
	sqlite3_file *f;
	struct stat st;
	int rc, error = 0;

	if (lstat(path, &st))
		return errno;
	if (S_ISLNK(st.st_mode))
		return ELOOP;
	if (!S_ISREG(st.st_mode) || st.st_size < size)
		return 0;
	f = vfs ? sqlite3_malloc(vfs->szOsFile) : NULL;
	if (!f)
		return ENOMEM;
	memset(f, 0, (size_t)vfs->szOsFile);
	errno = 0;
	rc = vfs->xOpen(vfs, path, f, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL);
	if (rc == SQLITE_OK)
		rc = f->pMethods->xRead(f, head, size, 0);
	if (rc != SQLITE_OK)
		error = errno ? errno : EIO;
	if (f->pMethods)
		f->pMethods->xClose(f);
	sqlite3_free(f);
	return error;
}

enum nsi_status db_ours(struct nsi *n, const char *path, unsigned application_id, unsigned newest, const char *foreign)
{
	unsigned char head[100] = { 0 };
	int error = head_of(path, head, sizeof(head));

	if (error == ENOMEM)
		return NSI_MEMORY;
	if (error == ENOENT)
		return fail(&n->messages, NSI_MACHINE, N_("there is no database %s: make one with nsi init"), path);
	if (error)
		return fail(&n->messages, NSI_MACHINE, N_("%s cannot be opened: %s"), path,
		            tr(n->lang, error_text(error)));
	if (memcmp(head, "SQLite format 3", 16) || big32(head + 68) != application_id)
		return fail(&n->messages, NSI_MACHINE, foreign, path);
	if (big32(head + 60) > newest)
		return fail(&n->messages, NSI_MACHINE, N_("%s was written by a newer nsi: install that one"), path);
	return NSI_OK;
}

bool db_is_there(const char *path)
{
	struct stat st;

	return !lstat(path, &st) || errno != ENOENT;
}

int db_move(struct arena *a, const char *from, const char *to)
{
	char *folder = arena_strdup(a, to), *slash = strrchr(folder, '/');
	int fd, error;

	if (slash)
		slash[slash == folder] = '\0';
	fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return errno;
	error = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) ? errno : 0;
	if (error == EINVAL || error == ENOSYS)           /* a file system that cannot say so */
		error = db_is_there(to) ? EEXIST : rename(from, to) ? errno : 0;
	if (!error && fsync(fd) && errno != EINVAL) {
		error = errno;
		rename(to, from);                          /* as if it had not been tried */
	}
	close(fd);
	return error;
}

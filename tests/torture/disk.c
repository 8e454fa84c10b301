/* disk.c - what SQLite asks of its files goes through here, and may be what fails. */
#include "torture.h"

#include <errno.h>
#include <stdlib.h>

#include <sqlite3.h>

static sqlite3_vfs *real, own;
/* an open file: ours, and behind it that of the real one */
struct file_of_ours { sqlite3_file base; sqlite3_file *real; };

static bool fails(void)
{
	shared->count++;
	return shared->on ? shared->at && shared->count >= shared->at : shared->count == shared->at;
}

static sqlite3_file *real_of(sqlite3_file *f)
{
	return ((struct file_of_ours *)f)->real;
}

/* One request: it fails with CODE, or is the real one. */
#define ASK(code, method, f, ...) \
	(fails() ? (errno = EIO, (code)) : real_of(f)->pMethods->method(real_of(f), __VA_ARGS__))

static int close_(sqlite3_file *f)
{
	int rc = real_of(f)->pMethods->xClose(real_of(f));

	f->pMethods = NULL;
	return rc;
}
static int read_(sqlite3_file *f, void *to, int n, sqlite3_int64 at) { return ASK(SQLITE_IOERR_READ, xRead, f, to, n, at); }
static int write_(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
	return ASK(shared->at % 2 ? SQLITE_FULL : SQLITE_IOERR_WRITE, xWrite, f, p, n, at);
}
static int truncate_(sqlite3_file *f, sqlite3_int64 n) { return ASK(SQLITE_IOERR_TRUNCATE, xTruncate, f, n); }
static int sync_(sqlite3_file *f, int flags) { return ASK(SQLITE_IOERR_FSYNC, xSync, f, flags); }
static int size_(sqlite3_file *f, sqlite3_int64 *n) { return ASK(SQLITE_IOERR_FSTAT, xFileSize, f, n); }
static int lock_(sqlite3_file *f, int how) { return ASK(SQLITE_IOERR_LOCK, xLock, f, how); }
static int unlock_(sqlite3_file *f, int how) { return real_of(f)->pMethods->xUnlock(real_of(f), how); }
static int reserved_(sqlite3_file *f, int *out) { return ASK(SQLITE_IOERR_CHECKRESERVEDLOCK, xCheckReservedLock, f, out); }
static int control_(sqlite3_file *f, int op, void *p) { return real_of(f)->pMethods->xFileControl(real_of(f), op, p); }
static int sector_(sqlite3_file *f) { return real_of(f)->pMethods->xSectorSize(real_of(f)); }
static int traits_(sqlite3_file *f) { return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f)); }
static int map_(sqlite3_file *f, int page, int size, int extend, void volatile **p)
{
	return ASK(SQLITE_IOERR_SHMMAP, xShmMap, f, page, size, extend, p);
}
static int shm_lock_(sqlite3_file *f, int at, int n, int flags)
{
	return flags & SQLITE_SHM_UNLOCK ? real_of(f)->pMethods->xShmLock(real_of(f), at, n, flags)
		: ASK(SQLITE_IOERR_SHMLOCK, xShmLock, f, at, n, flags);
}
static void barrier_(sqlite3_file *f) { real_of(f)->pMethods->xShmBarrier(real_of(f)); }
static int unmap_(sqlite3_file *f, int delete) { return real_of(f)->pMethods->xShmUnmap(real_of(f), delete); }

static const sqlite3_io_methods methods = {
	2, close_, read_, write_, truncate_, sync_, size_, lock_, unlock_, reserved_, control_, sector_, traits_,
	map_, shm_lock_, barrier_, unmap_, NULL, NULL
};

static int open_(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags, int *out)
{
	struct file_of_ours *ours = (struct file_of_ours *)f;
	int rc;

	(void)v;
	f->pMethods = NULL;
	if (fails()) {
		errno = EACCES;
		return SQLITE_CANTOPEN;
	}
	ours->real = (sqlite3_file *)(ours + 1);
	rc = real->xOpen(real, name, ours->real, flags, out);
	f->pMethods = ours->real->pMethods ? &methods : NULL;
	return rc;
}
static int delete_(sqlite3_vfs *v, const char *name, int sync)
{
	(void)v;
	return fails() ? SQLITE_IOERR_DELETE : real->xDelete(real, name, sync);
}
static int access_(sqlite3_vfs *v, const char *name, int flags, int *out)
{
	(void)v;
	return fails() ? SQLITE_IOERR_ACCESS : real->xAccess(real, name, flags, out);
}

void disk_wrap(void)
{
	real = sqlite3_vfs_find(NULL);
	own = *real;
	own.zName = "torture";
	own.szOsFile += (int)sizeof(struct file_of_ours);
	own.xOpen = open_;
	own.xDelete = delete_;
	own.xAccess = access_;
	sqlite3_vfs_register(&own, 1);
}

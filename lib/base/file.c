/* file.c - reads whole files, refuses what is no file, and replaces files at one stroke. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"

/* What ERROR about PATH means for the exit code: a wrong name or a machine that says no. */
static enum nsi_status say_error(struct messages *m, const char *path, int error)
{
	bool name = error == ENOENT || error == ENOTDIR || error == EISDIR || error == ENAMETOOLONG || error == ELOOP;

	return fail(m, name ? NSI_DATA : NSI_MACHINE, "%s: %s", path, tr(m->lang, error_text(error)));
}

/* ---- reading ---------------------------------------------------------------------------------- */

static enum nsi_status refuse_kind(struct messages *m, const char *path, const struct stat *st)
{
	if (S_ISDIR(st->st_mode))
		return fail(m, NSI_DATA, N_("%s: it is a folder, not a file"), path);
	return fail(m, NSI_DATA, N_("%s: it is not a regular file (standard input is \"-\")"), path);
}

static enum nsi_status refuse_size(struct messages *m, const char *path, size_t limit)
{
	return fail(m, NSI_DATA, N_("%s: the file is larger than %zu MiB"), path, limit >> 20);
}

/* A descriptor of the regular file PATH. Looked at before it is opened too: the mere opening of a
 * fifo or a device is felt at its other end. */
static enum nsi_status open_regular(struct messages *m, const char *path, size_t limit, int *fd, size_t *size)
{
	enum nsi_status status = NSI_OK;
	struct stat st;

	*fd = -1;
	if (stat(path, &st))
		return say_error(m, path, errno);
	if (!S_ISREG(st.st_mode))
		return refuse_kind(m, path, &st);
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (*fd < 0 || fstat(*fd, &st))
		status = say_error(m, path, errno);
	else if (!S_ISREG(st.st_mode))
		status = refuse_kind(m, path, &st);
	else if ((uint64_t)st.st_size > limit)
		status = refuse_size(m, path, limit);
	if (status && *fd >= 0) {
		close(*fd);
		*fd = -1;
	}
	*size = (size_t)st.st_size;
	return status;
}

/* Up to N bytes into TO; fewer at the end of the file only; -1: errno says. */
static ssize_t read_full(int fd, char *to, size_t n)
{
	size_t done = 0;
	ssize_t k;

	while (done < n) {
		k = read(fd, to + done, n - done);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return -1;
		if (!k)
			break;
		done += (size_t)k;
	}
	return (ssize_t)done;
}

/* What else FD gives, up to LIMIT bytes; an errno, EFBIG for more than that. */
static int read_rest(int fd, size_t limit, struct buf *rest)
{
	char piece[4096];
	ssize_t k;

	do {
		k = read_full(fd, piece, sizeof(piece));
		if (k < 0)
			return errno;
		if (rest->n + (size_t)k > limit)
			return EFBIG;
		buf_put(rest, piece, (size_t)k);
		if (rest->oom)
			return ENOMEM;
	} while (k == sizeof(piece));
	return 0;
}

/* All that FD gives, SIZE bytes expected: a file may grow, a pipe says nothing before. */
static enum nsi_status read_all(struct messages *m, struct arena *a, const char *path, int fd, size_t size,
                                size_t limit, const char **bytes, size_t *n)
{
	size_t room = size < limit ? size + 1 : limit;     /* the one shows that there is more */
	char *p = arena_array(a, char, room + 1);
	struct buf rest = { 0 };
	ssize_t k = p ? read_full(fd, p, room) : 0;
	int error = k < 0 ? errno : 0;

	if (!p)
		return NSI_MEMORY;
	if (k == (ssize_t)room)
		error = read_rest(fd, limit - room, &rest);
	if (!error && rest.n) {
		char *both = arena_array(a, char, room + rest.n + 1);

		if (both) {
			memcpy(both, p, room);
			memcpy(both + room, rest.s, rest.n);
		}
		p = both;
	}
	*n = error || !p ? 0 : (size_t)k + rest.n;
	*bytes = error || !p ? "" : p;
	buf_free(&rest);
	if (error == EFBIG)
		return refuse_size(m, path, limit);
	if (error == ENOMEM || !p) {
		a->oom = true;
		return NSI_MEMORY;
	}
	return error ? say_error(m, path, error) : NSI_OK;
}

enum nsi_status file_read(struct messages *m, struct arena *a, const char *path, size_t limit,
                          const char **bytes, size_t *n)
{
	enum nsi_status status;
	size_t size = 64 << 10;
	int fd = STDIN_FILENO;

	*bytes = "";
	*n = 0;
	if (!strcmp(path, "-"))
		return read_all(m, a, path, fd, size, limit, bytes, n);
	status = open_regular(m, path, limit, &fd, &size);
	if (status)
		return status;
	status = read_all(m, a, path, fd, size, limit, bytes, n);
	close(fd);
	return status;
}

FILE *file_open(struct messages *m, const char *path, size_t limit, size_t *size, enum nsi_status *status)
{
	FILE *f;
	int fd;

	*size = 0;
	*status = NSI_OK;
	if (!strcmp(path, "-")) {
		fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
		if (fd < 0)
			*status = say_error(m, path, errno);
	} else {
		*status = open_regular(m, path, limit, &fd, size);
	}
	if (*status)
		return NULL;
	f = fdopen(fd, "r");
	if (!f) {
		*status = say_error(m, path, errno);
		close(fd);
	}
	return f;
}

int64_t file_size(FILE *f)
{
	struct stat st;

	return !fstat(fileno(f), &st) && S_ISREG(st.st_mode) ? (int64_t)st.st_size : 0;
}

/* ---- writing ---------------------------------------------------------------------------------- */

/* The temporary file beside PATH. Always the same name, so that one which a killed run left
 * behind is found and removed by the next. */
static char *beside(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;

	return arena_printf(a, "%.*s.%.200s.new", (int)(base - path), path, base);
}

/* FD is locked by us and is still what NAME names. */
static bool is_ours(int fd, const char *name)
{
	struct stat open_one, named;

	return !flock(fd, LOCK_EX | LOCK_NB) && !fstat(fd, &open_one) && !lstat(name, &named) &&
	       open_one.st_ino == named.st_ino && open_one.st_dev == named.st_dev;
}

/* A new file NAME, locked; what lies there unlocked is a leftover. -1: errno says, EWOULDBLOCK when
 * somebody is writing it now. */
static int create_locked(const char *name, mode_t mode)
{
	for (int tries = 0; tries < 20; tries++) {
		int fd = open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);

		if (fd >= 0) {
			if (is_ours(fd, name))
				return fd;
			close(fd);
			continue;
		}
		if (errno != EEXIST)
			return -1;
		fd = open(name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
		if (fd < 0 && (errno == ENOENT || (errno == ELOOP && !unlink(name))))
			continue;
		if (fd < 0)
			return -1;
		if (is_ours(fd, name) && unlink(name)) {
			int error = errno;

			close(fd);
			errno = error;
			return -1;
		}
		close(fd);
	}
	errno = EWOULDBLOCK;
	return -1;
}

/* Does a database of SQLite begin there? Not asked of one that is open in this process: closing
 * what was opened here would drop its locks. */
static bool holds_database(const char *path)
{
	char head[16] = "";
	struct stat st;
	int fd = stat(path, &st) || !S_ISREG(st.st_mode) ? -1 : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	bool is = fd >= 0 && read_full(fd, head, sizeof(head)) == sizeof(head) && !memcmp(head, "SQLite format 3", sizeof(head));

	if (fd >= 0)
		close(fd);
	return is;
}

/* PATH is a database, or what stands beside one. */
static bool of_database(struct arena *a, const char *path)
{
	static const char *const behind[] = { "-wal", "-shm", "-journal" };
	size_t len = strlen(path);

	for (size_t i = 0; i < sizeof(behind) / sizeof(*behind); i++) {
		size_t k = strlen(behind[i]);

		if (len > k && !strcmp(path + len - k, behind[i]))
			return holds_database(arena_strndup(a, path, len - k));
	}
	return holds_database(path);
}

/* May PATH be replaced? */
static enum nsi_status replaceable(struct messages *m, struct arena *a, const char *path)
{
	struct stat st;

	if (!*path || path[strlen(path) - 1] == '/')
		return fail(m, NSI_DATA, N_("\"%s\" is not the name of a file"), path);
	if (!lstat(path, &st)) {
		if (S_ISLNK(st.st_mode))
			return fail(m, NSI_DATA, N_("%s: it is a symbolic link, and links are not written through"), path);
		if (S_ISDIR(st.st_mode))
			return fail(m, NSI_DATA, N_("%s: it is a folder, not a file"), path);
		if (!S_ISREG(st.st_mode))
			return fail(m, NSI_DATA, N_("%s: it is not a regular file (standard output is \"-\")"), path);
	} else if (errno != ENOENT) {
		return say_error(m, path, errno);
	}
	if (of_database(a, path))
		return fail(m, NSI_DATA, N_("%s belongs to a database: the output needs another name"), path);
	return a->oom ? NSI_MEMORY : NSI_OK;
}

enum nsi_status file_create(struct messages *m, struct arena *a, const char *path, bool secret, struct file_new *out)
{
	enum nsi_status status = replaceable(m, a, path);
	int fd, error;

	*out = (struct file_new){ 0 };
	if (status)
		return status;
	out->path = arena_strdup(a, path);
	out->temporary = beside(a, path);
	if (a->oom)
		return NSI_MEMORY;
	fd = create_locked(out->temporary, secret ? 0600 : 0666);
	if (fd < 0 && errno == EWOULDBLOCK)
		return fail(m, NSI_MACHINE, N_("%s: somebody else is writing it just now"), path);
	if (fd < 0)
		return say_error(m, path, errno);
	out->f = fdopen(fd, "w");
	if (out->f)
		return NSI_OK;
	error = errno;
	unlink(out->temporary);
	close(fd);
	return error == ENOMEM ? NSI_MEMORY : say_error(m, path, error);
}

/* The folder of PATH; -1: errno says. */
static int folder_open(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
	int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

	free(folder);
	return fd;
}

/* Make the names in a folder durable; file systems that cannot say so are not asked twice. */
static int folder_sync(int fd)
{
	int error = fd >= 0 && fsync(fd) && errno != EINVAL && errno != EROFS && errno != EBADF ? errno : 0;

	if (fd >= 0)
		close(fd);
	return error;
}

enum nsi_status file_commit(struct messages *m, struct file_new *f)
{
	int error = ferror(f->f) ? EIO : 0, folder = folder_open(f->path);

	if (folder < 0 && errno != EACCES)                 /* a folder may be written that cannot be read */
		error = errno;
	errno = 0;
	if (fflush(f->f) || fsync(fileno(f->f)))
		error = errno ? errno : EIO;
	if (!error && rename(f->temporary, f->path))
		error = errno;
	if (error) {
		if (folder >= 0)
			close(folder);
		file_abandon(f);
		return say_error(m, f->path, error) ? NSI_MACHINE : NSI_OK;
	}
	fclose(f->f);                                      /* unlocks; all was flushed */
	f->f = NULL;
	error = folder_sync(folder);
	return error ? fail(m, NSI_MACHINE, "%s: %s", f->path, tr(m->lang, error_text(error))) : NSI_OK;
}

void file_abandon(struct file_new *f)
{
	if (!f->f)
		return;
	unlink(f->temporary);
	fclose(f->f);
	f->f = NULL;
}

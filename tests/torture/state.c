/* state.c - what is in a folder: copied, read with databases as tables, compared with what was and what was to be. */
#include "torture.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

/* nftw() hands on nothing: what its function works on */
static struct state *into;
static size_t skip;
static const char *other;
static bool differs;

static void die(const char *what, const char *path)
{
	fprintf(stderr, "torture: %s %s\n", what, path);
	exit(99);
}

struct bytes { char *p; size_t n; };

static struct bytes bytes_of(const char *path, off_t size)
{
	int fd = open(path, O_RDONLY);
	struct bytes b = { malloc((size_t)size + 1), 0 };
	ssize_t got;

	while (fd >= 0 && (got = read(fd, b.p + b.n, (size_t)size - b.n)) > 0)
		b.n += (size_t)got;
	if (fd < 0 || b.n != (size_t)size)
		die("cannot read", path);
	close(fd);
	return b;
}

/* ---- copying ----------------------------------------------------------------------------------------- */

static int drop_one(const char *path, const struct stat *st, int type, struct FTW *f)
{
	(void)st, (void)type, (void)f;
	return remove(path);
}

static int copy_one(const char *path, const struct stat *st, int type, struct FTW *f)
{
	char to[4096];
	struct bytes b;
	int fd;

	(void)f;
	snprintf(to, sizeof(to), "%s%s", other, path + skip);
	if (type == FTW_D) {
		if (mkdir(to, 0700) || chmod(to, st->st_mode & 07777))
			die("cannot make", to);
		return 0;
	}
	b = bytes_of(path, st->st_size);
	fd = open(to, O_WRONLY | O_CREAT | O_EXCL, 0600);
	if (fd < 0 || write(fd, b.p, b.n) != (ssize_t)b.n || fchmod(fd, st->st_mode & 07777) || close(fd))
		die("cannot write", to);
	free(b.p);
	return 0;
}

void copy(const char *from, const char *to)
{
	nftw(to, drop_one, 8, FTW_PHYS | FTW_DEPTH);
	skip = strlen(from);
	other = to;
	nftw(from, copy_one, 8, FTW_PHYS);
}

static int same_one(const char *path, const struct stat *st, int type, struct FTW *f)
{
	char to[4096];
	struct stat its;
	struct bytes a, b;

	(void)f;
	snprintf(to, sizeof(to), "%s%s", other, path + skip);
	differs = lstat(to, &its) || its.st_mode != st->st_mode || (type == FTW_F && its.st_size != st->st_size);
	if (differs || type != FTW_F)
		return differs;
	a = bytes_of(path, st->st_size);
	b = bytes_of(to, st->st_size);
	differs = memcmp(a.p, b.p, a.n) != 0;
	free(a.p);
	free(b.p);
	return differs;
}

bool same_bytes(const char *a, const char *b)
{
	differs = false;
	for (int way = 0; way < 2 && !differs; way++) {
		skip = strlen(way ? b : a);
		other = way ? a : b;
		nftw(way ? b : a, same_one, 8, FTW_PHYS);
	}
	return !differs;
}

/* ---- reading ------------------------------------------------------------------------------------------ */

static uint64_t hash(uint64_t h, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * 0x100000001b3;
	return h;
}

/* The same, but a long run of hexadecimal digits, which is the hash of something salted, counts as one sign. */
static uint64_t hash_masked(uint64_t h, const char *s, size_t n)
{
	for (size_t i = 0, run; i < n; i += run ? run : 1) {
		run = 0;
		while (i + run < n && strchr("0123456789abcdef", s[i + run]))
			run++;
		if (run >= 32) {
			h = hash(h, "#", 1);
		} else {
			h = hash(h, s + i, run ? run : 1);
		}
	}
	return h;
}

static void add_rows(sqlite3 *db, const char *table, struct file *f)
{
	char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", table);
	sqlite3_stmt *s;

	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK)
		die(sqlite3_errmsg(db), f->path);
	while (sqlite3_step(s) == SQLITE_ROW) {
		uint64_t what = hash(0xcbf29ce484222325, table, strlen(table)), exactly = what;

		for (int i = 0; i < sqlite3_column_count(s); i++) {
			int type = sqlite3_column_type(s, i);
			const char *bytes = sqlite3_column_blob(s, i);
			const char *text = type == SQLITE_BLOB ? bytes : (const char *)sqlite3_column_text(s, i);
			size_t n = (size_t)sqlite3_column_bytes(s, i);

			exactly = hash(hash(exactly, (char *)&type, 1), text ? text : "", n);
			what = type == SQLITE_BLOB ? hash(what, "#", 1) : hash_masked(hash(what, (char *)&type, 1), text ? text : "", n);
		}
		f->what += what;                           /* in any order: what is ordered by its hash has none */
		f->exactly += exactly;
	}
	if (sqlite3_finalize(s) != SQLITE_OK)
		die(sqlite3_errmsg(db), f->path);
	sqlite3_free(sql);
}

static void read_database(const char *path, struct file *f)
{
	static const char *const facts[] = { "PRAGMA integrity_check", "PRAGMA user_version", "PRAGMA application_id",
		"SELECT sql FROM sqlite_schema" };
	sqlite3 *db;
	sqlite3_stmt *s;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		die("cannot open", path);
	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++) {
		if (sqlite3_prepare_v2(db, facts[i], -1, &s, NULL) != SQLITE_OK)
			f->what++;
		while (sqlite3_step(s) == SQLITE_ROW) {
			const char *text = (const char *)sqlite3_column_text(s, 0);

			f->what += hash(i + 1, text ? text : "", text ? strlen(text) : 0);
		}
		sqlite3_finalize(s);
	}
	f->exactly = f->what;
	/* how far the last sweep went says nothing to anybody */
	sqlite3_prepare_v2(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name != 'swept'", -1, &s, NULL);
	while (sqlite3_step(s) == SQLITE_ROW)
		add_rows(db, (const char *)sqlite3_column_text(s, 0), f);
	sqlite3_finalize(s);
	sqlite3_close(db);
}

/* What SQLite keeps beside a database belongs to it. */
static bool beside(const char *path)
{
	static const char *const tails[] = { "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < 3; i++) {
		size_t n = strlen(path), k = strlen(tails[i]);

		if (n > k && !strcmp(path + n - k, tails[i]))
			return true;
	}
	return false;
}

static int read_one(const char *path, const struct stat *st, int type, struct FTW *f)
{
	struct file *to = &into->v[into->n];
	struct bytes b = { 0 };

	(void)f;
	if (beside(path))
		return 0;
	if (into->n == FILES || strlen(path + skip) >= sizeof(to->path))
		die("too many files", path);
	*to = (struct file){ .mode = st->st_mode };
	strcpy(to->path, path + skip);
	if (type == FTW_F)
		b = bytes_of(path, st->st_size);
	to->database = b.n > 100 && !memcmp(b.p, "SQLite format 3", 16);
	if (to->database)
		read_database(path, to);
	else if (type == FTW_F)
		to->what = to->exactly = hash(1, b.p, b.n);
	free(b.p);
	into->n++;
	return 0;
}

void state_read(const char *folder, struct state *s)
{
	s->n = 0;
	into = s;
	skip = strlen(folder);
	nftw(folder, read_one, 8, FTW_PHYS);
}

uint64_t state_sum(const struct state *s)
{
	uint64_t sum = s->n;

	for (size_t i = 0; i < s->n; i++)
		sum += hash(s->v[i].exactly ^ s->v[i].mode, s->v[i].path, strlen(s->v[i].path));
	return sum;
}

/* ---- names -------------------------------------------------------------------------------------------- */

static const char *secret_, *leak;

static int leak_one(const char *path, const struct stat *st, int type, struct FTW *f)
{
	static char kept[200];
	const char *name = path + f->base;
	struct bytes b;

	if (type != FTW_F || (!(st->st_mode & 077) && strcmp(name, "nsi.db") && strncmp(name, "nsi.db-", 7) != 0))
		return 0;
	b = bytes_of(path, st->st_size);
	if (memmem(b.p, b.n, secret_, strlen(secret_)))
		leak = strncpy(kept, path + skip, sizeof(kept) - 1);
	free(b.p);
	return leak != NULL;
}

bool state_leaks(const char *folder, const char *secret, char where[200])
{
	secret_ = secret;
	leak = NULL;
	skip = strlen(folder);
	nftw(folder, leak_one, 8, FTW_PHYS);
	snprintf(where, 200, "%s", leak ? leak : "");
	return leak;
}

/* ---- judging ------------------------------------------------------------------------------------------ */

static const struct file *find(const struct state *s, const char *path)
{
	for (size_t i = 0; s && i < s->n; i++)
		if (!strcmp(s->v[i].path, path))
			return &s->v[i];
	return NULL;
}

static bool equal(const struct file *a, const struct file *b)
{
	return !a == !b && (!a || (a->mode == b->mode && a->what == b->what));
}

static void judge_one(const struct file *is, const struct file *old, const struct file *new, struct verdict *v)
{
	const struct file *any = is ? is : old ? old : new;
	bool as_old = equal(is, old), as_new = equal(is, new);

	if (as_old && as_new)
		return;
	if (!old && !new)
		v->stray = any->path;
	else if (!as_old && !as_new)
		v->torn = any->path;
	else if (strstr(any->path, "-private.db"))
		*(as_old ? &v->private_old : &v->private_new) = true;
	else if (S_ISDIR(any->mode))
		;                                          /* an empty folder that was made on the way is nothing */
	else if (old ? old->database : new->database)
		*(as_old ? &v->old : &v->new) = true;
	else
		*(as_old ? &v->out_old : &v->out_new) = true;
}

void state_judge(const struct state *is, const struct state *old, const struct state *new, struct verdict *v)
{
	*v = (struct verdict){ 0 };
	for (size_t i = 0; i < is->n; i++)
		judge_one(&is->v[i], find(old, is->v[i].path), find(new, is->v[i].path), v);
	for (size_t i = 0; i < old->n; i++)
		if (!find(is, old->v[i].path))
			judge_one(NULL, &old->v[i], find(new, old->v[i].path), v);
	for (size_t i = 0; i < new->n; i++)
		if (!find(is, new->v[i].path) && !find(old, new->v[i].path))
			judge_one(NULL, NULL, &new->v[i], v);
}

/* store.h - what tests of the store share: a folder of its own for each test, files, a small act. */
#ifndef TEST_STORE_H
#define TEST_STORE_H

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/db.h"
#include "store/journal.h"
#include "store/private.h"
#include "store/resolve.h"
#include "test.h"

static char folder[64];                            /* of the test that runs now */

static int folder_make(void **state)
{
	static const char *const env[] = { "NSI_DB", "NSI_ACTOR", "NSI_ORIGIN", "NSI_TODAY", "NSI_NOW", "LC_ALL", "LC_MESSAGES", "LANG" };

	(void)state;
	for (size_t i = 0; i < COUNT(env); i++)
		unsetenv(env[i]);
	setenv("NSI_TODAY", "2026-11-12", 1);
	snprintf(folder, sizeof(folder), "%s/nsi-test-XXXXXX", access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
	return mkdtemp(folder) ? 0 : -1;
}

static int folder_drop(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return system(command) ? -1 : 0;
}

/* A path in the folder; lives until eight more were asked for. */
static inline const char *in_folder(const char *name)
{
	static char paths[8][400];
	static int at;
	char *p = paths[at++ % 8];

	snprintf(p, sizeof(paths[0]), "%s/%s", folder, name);
	return p;
}

static inline struct nsi *handle(const char *db)
{
	struct nsi *n;

	assert_int_equal(nsi_new(&n, &(struct nsi_options){ .db = in_folder(db), .lang = "en" }), NSI_OK);
	return n;
}

static inline void tell(struct nsi *n)                    /* what went wrong, into the test's output */
{
	for (size_t i = 0; i < nsi_message_count(n); i++)
		print_error("%s\n", nsi_message_at(n, i)->text);
}

static inline struct nsi *opened(const char *db)
{
	struct nsi *n = handle(db);
	enum nsi_status status = nsi_open(n);

	if (status)
		tell(n);
	assert_int_equal(status, NSI_OK);
	return n;
}

/* In a child, where a failed assertion would go on with the tests of its parent. */
static inline struct nsi *opened_in_child(const char *db)
{
	struct nsi *n;

	if (nsi_new(&n, &(struct nsi_options){ .db = in_folder(db), .lang = "en" }) || nsi_open(n))
		_exit(9);
	return n;
}

static inline struct nsi *made(const char *db)
{
	const struct nsi_rows *rows;
	struct nsi *n = handle(db);
	enum nsi_status status = nsi_init(n, &(struct nsi_init){ .dir = folder, .org = "s161" }, &rows);

	if (status)
		tell(n);
	assert_int_equal(status, NSI_OK);
	return n;
}

/* Run a command of the shell in the folder. */
static inline int in_shell(const char *command)
{
	char text[300];

	snprintf(text, sizeof(text), "cd '%s' && %s", folder, command);
	return system(text);
}

/* Does any file of the folder hold BYTES? */
static inline bool folder_holds(const char *bytes)
{
	char command[256];

	snprintf(command, sizeof(command), "grep -rqaF '%s' '%s'", bytes, folder);
	return !system(command);
}

static inline bool file_holds(const char *name, const char *bytes)
{
	char command[256];

	snprintf(command, sizeof(command), "grep -qsaF '%s' '%s'*", bytes, in_folder(name));
	return !system(command);
}

/* What SQL gives of a file, as a number; for looking behind the store's back. */
static inline int64_t look(const char *name, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *s;
	int64_t v = -1;

	assert_int_equal(sqlite3_open(in_folder(name), &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
	if (sqlite3_step(s) == SQLITE_ROW)
		v = sqlite3_column_int64(s, 0);
	assert_int_equal(sqlite3_finalize(s), SQLITE_OK);
	sqlite3_close(db);
	return v;
}

#endif

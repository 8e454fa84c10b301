/* test_private.c - texts that must not leave the school. */
#include <sys/ptrace.h>

#include "store.h"

#define REASON "курсы Иванова, 2024"

/* ---- saying something with a reason, step by step --------------------------------------------------- */

/* Under the lock: an entry with the private text WHY, nothing committed; its hash. */
static const char *append(struct nsi *n, const char *who, const char *why)
{
	const char *hash = private_keep(n, why);
	struct outcome done;
	struct said said = { .verb = nsi_verb("leave"), .day = n->today };
	struct said_list list;
	char verbs[256];

	if (!hash)
		return NULL;
	said.person = (struct said_ref){ code_id(n, "person", who), who };
	said.data = arena_printf(&n->scratch, "{\"reason\":\"%s\"}", hash);
	said_list(&list, n, &said, 1);
	return journal_append(n, &list.source, NULL, 0, &done, verbs) || fold_done(n) ? NULL : hash;
}

static bool finish(struct nsi *n)
{
	bool ok = !private_commit(n) && !db_commit(n);

	private_drop(n);
	return ok;
}

static bool say(struct nsi *n, const char *who, const char *why)
{
	call_begin(n);
	if (!journal_begin(n) && append(n, who, why) && finish(n))
		return true;
	tell(n);
	db_rollback(n);
	private_drop(n);
	return false;
}

static void counts(struct nsi *n, bool repair, int64_t orphans, int64_t missing)
{
	int64_t o, m;

	call_begin(n);
	if (private_count(n, repair, &o, &m)) {
		tell(n);
		fail_test();
	}
	check(o == orphans && m == missing, "orphans %d (not %d), missing %d (not %d)", (int)o, (int)orphans, (int)m, (int)missing);
}

/* The text of the newest entry, as a reader in another process would see it. */
static const char *newest(char *buf, size_t size)
{
	struct nsi *n = opened("nsi.db");
	sqlite3_stmt *s;

	assert_int_equal(sqlite3_prepare_v2(n->db, "SELECT data ->> '$.reason' FROM entry ORDER BY seq DESC LIMIT 1", -1, &s, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	snprintf(buf, size, "%s", private_text(n, (const char *)sqlite3_column_text(s, 0)));
	sqlite3_finalize(s);
	nsi_close(n);
	return buf;
}

/* ---- tests ---------------------------------------------------------------------------------------- */

static void names(void **state)
{
	static const struct { const char *db, *beside; } cases[] = {
		{ "nsi.db", "nsi-private.db" }, { "school.db", "school-private.db" }, { "a.db.db", "a.db-private.db" },
		{ "journal", "journal-private.db" }, { "х.sqlite", "х.sqlite-private.db" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		nsi_close(made(cases[i].db));
		check(!access(in_folder(cases[i].beside), F_OK), "%s", cases[i].db);
	}
}

static void keeps(void **state)
{
	struct nsi *n = made("nsi.db"), *other = opened("nsi.db");
	const char *hash;
	char buf[100];

	(void)state;
	assert_int_equal(journal_begin(n), NSI_OK);
	hash = append(n, "s161/p07", REASON);
	assert_non_null(hash);
	assert_int_equal(strlen(hash), 64);
	assert_string_equal(private_text(n, hash), REASON);       /* the answer is made before the commit */
	assert_string_equal(private_text(other, hash), "…");
	assert_false(folder_holds(REASON));
	assert_true(finish(n));
	assert_string_equal(private_text(n, hash), REASON);
	assert_string_equal(private_text(other, hash), REASON);
	assert_string_equal(newest(buf, sizeof(buf)), REASON);
	assert_true(file_holds("nsi-private.db", REASON));
	assert_false(file_holds("nsi.db", REASON));
	assert_true(file_holds("nsi.db", hash));
	counts(n, false, 0, 0);
	nsi_close(other);
	nsi_close(n);
}

/* What was kept and then dropped, or kept twice because a source was read again, is not in the file. */
static void leaves_out(void **state)
{
	struct nsi *n = made("nsi.db");

	(void)state;
	assert_non_null(private_keep(n, "never said"));
	private_drop(n);
	assert_int_equal(journal_begin(n), NSI_OK);
	assert_non_null(private_keep(n, "read a first time"));
	assert_non_null(append(n, "s161/p07", REASON));
	assert_true(finish(n));
	counts(n, false, 0, 0);
	assert_int_equal(look("nsi-private.db", "SELECT count(*) FROM text"), 1);
	assert_false(folder_holds("never said"));
	assert_false(folder_holds("read a first time"));
	nsi_close(n);
}

static void salted(void **state)
{
	char first[65], second[65];
	struct nsi *n = made("nsi.db");

	(void)state;
	snprintf(first, sizeof(first), "%s", private_keep(n, REASON));
	snprintf(second, sizeof(second), "%s", private_keep(n, REASON));
	assert_string_not_equal(first, second);            /* who sees two hashes cannot tell that the texts are one */
	nsi_close(n);

	setenv("NSI_ORIGIN", "s161.test", 1);
	for (int i = 0; i < 2; i++) {
		char *hash = i ? second : first;
		char again[65];

		n = made(i ? "b.db" : "a.db");
		snprintf(hash, 65, "%s", private_keep(n, REASON));
		snprintf(again, 65, "%s", private_keep(n, REASON));
		assert_string_not_equal(hash, again);
		nsi_close(n);
	}
	assert_string_equal(first, second);                /* the same input, the same bytes */
}

static void unlike_hash(void **state)
{
	struct nsi *n = made("nsi.db");
	char buf[100];

	(void)state;
	assert_true(say(n, "s161/p07", REASON));
	assert_string_equal(private_text(n, ""), "…");
	assert_string_equal(private_text(n, "nonsense"), "…");
	assert_int_equal(look("nsi-private.db", "UPDATE text SET body = 'курсы Петрова'"), -1);
	assert_string_equal(newest(buf, sizeof(buf)), "…");
	counts(n, false, 0, 1);
	nsi_close(n);
}

/* Of an undone act the text stays: redo gives it back. */
static void undone(void **state)
{
	struct nsi *n = made("nsi.db");
	struct said said = { .verb = nsi_verb("undo"), .day = n->today, .about_seq = 1 };
	struct said_list list;
	struct outcome done;
	char verbs[256], buf[100];

	(void)state;
	assert_true(say(n, "s161/p07", REASON));
	assert_int_equal(journal_begin(n), NSI_OK);
	said.about = n->origin_code;                       /* read anew by every beginning */
	said_list(&list, n, &said, 1);
	assert_int_equal(journal_append(n, &list.source, NULL, 0, &done, verbs), NSI_OK);
	assert_int_equal(fold_done(n), NSI_OK);
	assert_true(finish(n));
	counts(n, true, 0, 0);
	assert_true(say(n, "s161/p08", "another"));
	assert_string_equal(newest(buf, sizeof(buf)), "another");
	assert_true(file_holds("nsi-private.db", REASON));
	nsi_close(n);
}

/* Killed when the text is committed and its entry is not. */
static struct nsi *after_a_crash(void)
{
	struct nsi *n = made("nsi.db");
	int status;
	pid_t pid;

	assert_true(say(n, "s161/p01", "first"));
	nsi_close(n);
	pid = fork();
	if (!pid) {
		n = opened_in_child("nsi.db");
		if (!journal_begin(n) && append(n, "s161/p07", REASON) && !private_commit(n))
			kill(getpid(), SIGKILL);
		_exit(1);
	}
	waitpid(pid, &status, 0);
	assert_true(WIFSIGNALED(status));
	assert_true(file_holds("nsi-private.db", REASON));         /* the text is there, its entry is not */
	assert_int_equal(look("nsi.db", "SELECT max(seq) FROM entry"), 1);
	return opened("nsi.db");
}

static void cut_off(void **state)
{
	struct nsi *n = after_a_crash();
	char buf[100];

	(void)state;
	assert_true(say(n, "s161/p08", "another"));                /* gets the number of the lost entry */
	assert_int_equal(look("nsi.db", "SELECT max(seq) FROM entry"), 2);
	assert_string_equal(newest(buf, sizeof(buf)), "another");
	counts(n, false, 0, 0);
	assert_int_equal(look("nsi-private.db", "SELECT count(*) FROM text"), 2);
	nsi_close(n);
	assert_false(folder_holds(REASON));
}

/* What a crash left behind is no finding: it goes. */
static void cut_off_checked(void **state)
{
	struct nsi *n = after_a_crash();

	(void)state;
	counts(n, false, 0, 0);
	assert_int_equal(look("nsi-private.db", "SELECT count(*) FROM text"), 1);
	nsi_close(n);
	assert_false(folder_holds(REASON));
}

/* A sweep looks only at what is new, and at all when told to. */
static void sweeps(void **state)
{
	struct nsi *n = made("nsi.db");

	(void)state;
	assert_true(say(n, "s161/p01", "first"));
	assert_true(say(n, "s161/p02", "second"));
	assert_int_equal(look("nsi.db", "DELETE FROM secret WHERE seq = 1"), -1);
	assert_true(say(n, "s161/p03", "third"));
	assert_int_equal(look("nsi-private.db", "SELECT count(*) FROM text"), 3);
	counts(n, false, 1, 0);
	counts(n, true, 1, 0);
	assert_int_equal(look("nsi-private.db", "SELECT count(*) FROM text"), 2);
	counts(n, true, 0, 0);
	assert_int_equal(look("nsi-private.db", "DELETE FROM text WHERE body = 'second'"), -1);
	counts(n, false, 0, 1);
	counts(n, true, 0, 1);
	nsi_close(n);
}

/* A sweep waits for whoever has committed a text and not yet its entry. */
static void sweep_waits(void **state)
{
	struct nsi *n = made("nsi.db");
	int go[2], ready[2], status;
	int64_t orphans, missing;
	char c, buf[100];
	pid_t pid;

	(void)state;
	assert_int_equal(pipe(go) | pipe(ready), 0);
	pid = fork();
	if (!pid) {
		struct nsi *m = opened_in_child("nsi.db");
		bool ok = !journal_begin(m) && append(m, "s161/p07", REASON) && !private_commit(m) && write(ready[1], "x", 1) == 1;

		_exit(!(ok && read(go[0], &c, 1) == 1 && !db_commit(m)));
	}
	assert_int_equal(read(ready[0], &c, 1), 1);
	sqlite3_busy_timeout(n->db, 50);
	assert_int_equal(private_count(n, true, &orphans, &missing), NSI_MACHINE);
	call_begin(n);
	assert_int_equal(private_count(n, false, &orphans, &missing), NSI_MACHINE);
	sqlite3_busy_timeout(n->db, 10000);
	assert_int_equal(write(go[1], "x", 1), 1);
	counts(n, true, 0, 0);
	waitpid(pid, &status, 0);
	assert_int_equal(status, 0);
	assert_string_equal(newest(buf, sizeof(buf)), REASON);
	nsi_close(n);
	close(go[0]), close(go[1]), close(ready[0]), close(ready[1]);
}

static void two_at_once(void **state)
{
	int status, bad = 0;

	(void)state;
	nsi_close(made("nsi.db"));
	for (int k = 0; k < 3; k++) {
		if (fork())
			continue;
		struct nsi *n = opened_in_child("nsi.db");
		int64_t o, m;

		for (int i = 0; i < 25; i++) {
			if (k < 2 && !say(n, "s161/p07", REASON))
				_exit(1);
			if (k == 2 && (private_count(n, true, &o, &m) || o || m))
				_exit(2);
			call_begin(n);
		}
		nsi_close(n);
		_exit(0);
	}
	for (int k = 0; k < 3; k++) {
		wait(&status);
		bad |= status;
	}
	assert_int_equal(bad, 0);
	assert_int_equal(look("nsi-private.db", "SELECT count(*) FROM text"), 50);
	struct nsi *n = opened("nsi.db");

	counts(n, false, 0, 0);
	nsi_close(n);
}

/* ---- the file ---------------------------------------------------------------------------------------- */

/* No file of the private database lets anybody but its owner in. */
static bool modes_ok(void)
{
	DIR *d = opendir(folder);
	struct stat st;
	bool ok = true;

	assert_non_null(d);
	for (struct dirent *e; (e = readdir(d));)
		if (strstr(e->d_name, "private") && !stat(in_folder(e->d_name), &st) && st.st_mode & 0077) {
			print_error("%s: %o\n", e->d_name, (unsigned)st.st_mode & 0777);
			ok = false;
		}
	closedir(d);
	return ok;
}

static void modes(void **state)
{
	static const mode_t masks[] = { 0, 022, 077, 0700 };

	(void)state;
	for (size_t i = 0; i < COUNT(masks); i++) {
		mode_t was = umask(masks[i]);
		char name[16];
		struct stat st;
		struct nsi *n;

		snprintf(name, sizeof(name), "m%zu.db", i);
		n = made(name);
		assert_true(say(n, "s161/p07", REASON));
		assert_true(modes_ok());
		snprintf(name, sizeof(name), "m%zu-private.db", i);
		assert_int_equal(stat(in_folder(name), &st), 0);
		assert_int_equal(st.st_mode & 0777, 0600);
		nsi_close(n);
		umask(was);
	}
}

static size_t slurp(const char *path, char *buf, size_t size)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK);
	ssize_t got = fd < 0 ? 0 : read(fd, buf, size);

	if (fd >= 0)
		close(fd);
	return got < 0 ? 0 : (size_t)got;
}

/* Something else under the private file's name is refused, and not one byte of it changes. */
static void foreign(void **state)
{
	static const char *const makes[] = {
		":>'%s'", "echo text >'%s'", "head -c 5000 /dev/zero >'%s'", "cp nsi.db '%s'", "ln -s saved '%s'", "mkfifo '%s'",
		"mkdir '%s'", "sqlite3 '%s' 'CREATE TABLE text (hash, salt, body)'", "cp saved '%s' && sqlite3 '%s' 'PRAGMA user_version=99' >/dev/null",
	};
	static char before[70000], after[70000];

	(void)state;
	nsi_close(made("nsi.db"));
	assert_int_equal(chdir(folder), 0);
	assert_int_equal(rename("nsi-private.db", "saved"), 0);
	for (size_t i = 0; i < COUNT(makes); i++) {
		char command[400];
		struct nsi *n;
		size_t size;
		int64_t o, m;

		assert_int_equal(system("rm -rf nsi-private.db*"), 0);
		snprintf(command, sizeof(command), makes[i], in_folder("nsi-private.db"), in_folder("nsi-private.db"));
		if (system(command))
			continue;                          /* a machine without that program */
		size = slurp("nsi-private.db", before, sizeof(before));
		n = opened("nsi.db");
		check(!private_keep(n, REASON) && nsi_message_count(n) == 1, "%s", makes[i]);
		nsi_message_clear(n);
		check(!strcmp(private_text(n, "x"), "…") && !nsi_message_count(n), "%s", makes[i]);
		check(private_count(n, true, &o, &m) == NSI_MACHINE, "%s", makes[i]);
		check(private_create(n) == NSI_MACHINE, "%s", makes[i]);
		nsi_close(n);
		check(slurp("nsi-private.db", after, sizeof(after)) == size && !memcmp(before, after, size), "%s", makes[i]);
		check(access("nsi-private.db-wal", F_OK), "%s", makes[i]);
	}
	assert_int_equal(chdir("/"), 0);
}

static void gone(void **state)
{
	struct nsi *n = made("nsi.db");
	char buf[100];
	int64_t o, m;

	(void)state;
	assert_true(say(n, "s161/p07", REASON));
	nsi_close(n);
	assert_int_equal(unlink(in_folder("nsi-private.db")), 0);
	n = opened("nsi.db");
	assert_null(private_keep(n, REASON));
	assert_int_equal(private_count(n, false, &o, &m), NSI_MACHINE);
	assert_int_equal(access(in_folder("nsi-private.db"), F_OK), -1);
	assert_string_equal(newest(buf, sizeof(buf)), "…");
	counts(n, true, 0, 1);                             /* an empty one is made */
	assert_true(say(n, "s161/p08", "another"));
	assert_string_equal(newest(buf, sizeof(buf)), "another");
	counts(n, false, 0, 1);
	nsi_close(n);
}

/* What failed and was looked at by nobody: nothing of that call is kept, in neither file; the next one goes on. */
static void broken(void **state)
{
	struct nsi *n = made("nsi.db");

	(void)state;
	assert_true(say(n, "s161/p07", REASON));
	call_begin(n);
	assert_true(!journal_begin(n) && append(n, "s161/p08", "another"));
	call_break(n, NSI_MACHINE);
	assert_false(finish(n));
	assert_int_equal(call_end(n, NSI_OK), NSI_MACHINE);
	assert_int_equal(look("nsi.db", "SELECT count(*) FROM entry"), 1);
	assert_int_equal(look("nsi-private.db", "SELECT count(*) FROM text"), 1);
	assert_true(say(n, "s161/p08", "another"));
	assert_int_equal(look("nsi-private.db", "SELECT count(*) FROM text"), 2);
	nsi_close(n);
}

/* An `init` never takes over texts of another database, but what an init that was cut off has left. */
static void never_over(void **state)
{
	const struct nsi_rows *rows;
	struct nsi *n = made("nsi.db");

	(void)state;
	nsi_close(n);
	assert_int_equal(unlink(in_folder("nsi.db")), 0);
	n = made("nsi.db");
	assert_true(say(n, "s161/p07", REASON));
	nsi_close(n);
	assert_int_equal(unlink(in_folder("nsi.db")), 0);
	n = handle("nsi.db");
	assert_int_equal(nsi_init(n, &(struct nsi_init){ .dir = folder, .org = "s161" }, &rows), NSI_MACHINE);
	assert_int_equal(nsi_message_count(n), 1);
	nsi_close(n);
	assert_int_equal(look("nsi-private.db", "SELECT count(*) FROM text"), 1);
}

/* ---- killed at every system call ------------------------------------------------------------------------ */

/* Run CHILD and kill it at its K-th system call; true: it came to its end before. */
static bool killed(int k, void (*child)(void))
{
	pid_t pid = fork();
	int status, at = 0;

	if (!pid) {
		ptrace(PTRACE_TRACEME, 0, NULL, NULL);
		raise(SIGSTOP);
		child();
		_exit(0);
	}
	waitpid(pid, &status, 0);
	ptrace(PTRACE_SETOPTIONS, pid, NULL, PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD);
	for (;;) {
		ptrace(PTRACE_SYSCALL, pid, NULL, NULL);
		waitpid(pid, &status, 0);
		if (WIFEXITED(status))
			return true;
		if (++at == 2 * k) {                       /* each stops twice: before and behind */
			kill(pid, SIGKILL);
			waitpid(pid, &status, 0);
			return false;
		}
	}
}

static void saying(void)
{
	struct nsi *n = opened_in_child("nsi.db");

	say(n, "s161/p07", REASON);
	nsi_close(n);
}

static void killed_saying(void **state)
{
	int64_t before = 0;
	bool done = false;
	char buf[100];
	mode_t was = umask(0);

	(void)state;
	nsi_close(made("nsi.db"));
	for (int k = 1; !done; k += 1 + k / 40) {
		struct nsi *n;
		int64_t now;

		done = killed(k, saying);
		check(modes_ok(), "killed at %d", k);
		now = look("nsi.db", "SELECT count(*) FROM entry");
		check(now == before || now == before + 1, "killed at %d", k);
		n = opened("nsi.db");
		if (now > before)
			check(!strcmp(newest(buf, sizeof(buf)), REASON), "killed at %d", k);
		check(say(n, "s161/p08", "another"), "killed at %d", k);
		check(!strcmp(newest(buf, sizeof(buf)), "another"), "killed at %d", k);
		counts(n, false, 0, 0);
		nsi_close(n);
		before = look("nsi.db", "SELECT count(*) FROM entry");
		check(look("nsi-private.db", "SELECT count(*) FROM text") == before, "killed at %d", k);
	}
	umask(was);
}

static void making(void)
{
	struct nsi *n = opened_in_child("nsi.db");

	private_create(n);
	nsi_close(n);
}

static void killed_making(void **state)
{
	bool done = false;
	mode_t was = umask(0);

	(void)state;
	nsi_close(made("nsi.db"));
	for (int k = 1; !done; k++) {
		struct nsi *n;

		assert_int_equal(unlink(in_folder("nsi-private.db")), 0);
		done = killed(k, making);
		check(modes_ok(), "killed at %d", k);
		n = opened("nsi.db");
		check(!private_create(n) && private_keep(n, REASON), "killed at %d", k);
		nsi_close(n);
		check(access(in_folder("nsi-private.db.new"), F_OK) && access(in_folder("nsi-private.db.new-journal"), F_OK), "killed at %d", k);
	}
	umask(was);
}

#define T(test) cmocka_unit_test_setup_teardown(test, folder_make, folder_drop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(names), T(keeps), T(leaves_out), T(salted), T(unlike_hash), T(undone), T(cut_off), T(cut_off_checked), T(sweeps), T(sweep_waits),
		T(two_at_once), T(modes), T(foreign), T(gone), T(broken), T(never_over), T(killed_saying), T(killed_making),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

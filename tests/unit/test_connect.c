/* test_connect.c - database files: whose they are, and that looking at one does no harm. */
#include "store.h"

/* Nobody else may think that a database is free while this process has it open. */
static bool locked(const char *name)
{
	struct flock l = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510 };
	int status, fd;
	pid_t pid = fork();

	if (!pid) {
		fd = open(in_folder(name), O_RDWR);
		_exit(fd < 0 || fcntl(fd, F_GETLK, &l) ? 2 : l.l_type == F_UNLCK);
	}
	waitpid(pid, &status, 0);
	return status == 0;
}

static void two_handles(void **state)
{
	struct nsi *a = made("nsi.db"), *b;

	(void)state;
	assert_true(locked("nsi.db"));
	b = opened("nsi.db");
	assert_true(locked("nsi.db"));                     /* the look at its head has not dropped the lock */
	nsi_close(b);
	assert_true(locked("nsi.db"));
	nsi_close(a);
	assert_false(locked("nsi.db"));
}

/* Another process can open a database as soon as it is made, whoever still has it open or was killed. */
static void open_at_once(void **state)
{
	struct nsi *a = made("nsi.db"), *b = opened("nsi.db");
	int status;
	pid_t pid;

	(void)state;
	nsi_close(b);
	nsi_close(a);
	pid = fork();
	if (!pid) {
		const struct nsi_rows *rows;

		if (!nsi_new(&a, &(struct nsi_options){ .db = in_folder("b.db") }) &&
		    !nsi_init(a, &(struct nsi_init){ .dir = folder, .org = "s161" }, &rows))
			kill(getpid(), SIGKILL);
		_exit(1);
	}
	waitpid(pid, &status, 0);
	assert_true(WIFSIGNALED(status));
	nsi_close(opened("b.db"));
}

/* What is not ours is refused with one sentence, and not one byte of it changes. */
static void foreign(void **state)
{
	static const struct { const char *make, *says; } cases[] = {
		{ "true", "there is no database" }, { ":>x.db", "is not a database of nsi" }, { "echo text >x.db", "is not a database of nsi" },
		{ "head -c 5000 /dev/zero >x.db", "is not a database of nsi" }, { "ln -s nsi.db x.db", "symbolic link" },
		{ "mkfifo x.db", "is not a database of nsi" }, { "mkdir x.db", "is not a database of nsi" },
		{ "cp nsi-private.db x.db", "is not a database of nsi" },
		{ "cp nsi.db x.db && printf '\\000\\000\\000\\143' | dd of=x.db bs=1 seek=60 conv=notrunc 2>/dev/null", "newer nsi" },
		{ "cp nsi.db x.db && printf X | dd of=x.db bs=1 seek=0 conv=notrunc 2>/dev/null", "is not a database of nsi" },
	};

	(void)state;
	nsi_close(made("nsi.db"));
	assert_int_equal(chdir(folder), 0);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct nsi *n = handle("x.db");

		assert_int_equal(system("rm -rf x.db* y"), 0);
		assert_int_equal(system(cases[i].make), 0);
		assert_int_equal(system("[ ! -f x.db ] || cp x.db y"), 0);
		check(nsi_open(n) == NSI_MACHINE && nsi_message_count(n) == 1 && strstr(nsi_message_at(n, 0)->text, cases[i].says),
		      "%s: %s", cases[i].make, nsi_message_count(n) ? nsi_message_at(n, 0)->text : "opened");
		nsi_close(n);
		check(!system("[ ! -f x.db ] || cmp -s x.db y") && access("x.db-wal", F_OK), "%s", cases[i].make);
	}
	assert_int_equal(chdir("/"), 0);
}

static void never_over(void **state)
{
	static const char *const makes[] = { ":>x.db", "echo text >x.db", "ln -s nowhere x.db", "mkdir x.db", "cp nsi.db x.db" };
	const struct nsi_rows *rows;

	(void)state;
	nsi_close(made("nsi.db"));
	assert_int_equal(chdir(folder), 0);
	for (size_t i = 0; i < COUNT(makes); i++) {
		struct nsi *n = handle("x.db");

		assert_int_equal(system("rm -rf x.db*"), 0);
		assert_int_equal(system(makes[i]), 0);
		check(nsi_init(n, &(struct nsi_init){ .dir = folder, .org = "s161" }, &rows) == NSI_MACHINE, "%s", makes[i]);
		nsi_close(n);
		check(access("x-private.db", F_OK) && access("x.db.new", F_OK), "%s", makes[i]);
	}
	assert_int_equal(chdir("/"), 0);
}

#define T(test) cmocka_unit_test_setup_teardown(test, folder_make, folder_drop)

static int no_fchmod(int fd, mode_t mode)
{
	(void)fd;
	(void)mode;
	return 0;
}

/* Whoever is killed between making -wal or -shm and giving them their rights locks nobody out. */
static void umask_of_one(void **state)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
	static const char *const names[] = { "nsi.db-wal", "nsi.db-shm" };
	struct nsi *n;
	mode_t before;

	(void)state;
	nsi_close(made("nsi.db"));
	assert_int_equal(chmod(in_folder("nsi.db"), 0660), 0);
	assert_int_equal(vfs->xSetSystemCall(vfs, "fchmod", (sqlite3_syscall_ptr)no_fchmod), SQLITE_OK);
	before = umask(077);
	n = opened("nsi.db");
	assert_int_equal(umask(before), 077);
	vfs->xSetSystemCall(vfs, "fchmod", NULL);
	for (size_t i = 0; i < COUNT(names); i++) {
		struct stat st;

		assert_int_equal(stat(in_folder(names[i]), &st), 0);
		assert_int_equal(st.st_mode & 0777, 0660);
	}
	nsi_close(n);
}

int main(void)
{
	const struct CMUnitTest tests[] = { T(two_handles), T(open_at_once), T(foreign), T(never_over), T(umask_of_one) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}

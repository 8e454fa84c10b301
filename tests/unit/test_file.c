/* Files: what is read and what is refused; files that appear whole or not at all. */
#include "test.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static struct arena arena;
static struct messages messages;
static char folder[] = "/tmp/nsi-test-XXXXXX";

static void put(const char *name, const char *text)
{
	FILE *f = fopen(name, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static const char *get(const char *name)
{
	const char *bytes;
	size_t n;

	assert_int_equal(file_read(&messages, &arena, name, 1 << 20, &bytes, &n), NSI_OK);
	assert_int_equal(strlen(bytes), n);
	return bytes;
}

/* How many names the folder holds. */
static int names(void)
{
	DIR *d = opendir(".");
	int n = -2;

	while (readdir(d))
		n++;
	closedir(d);
	return n;
}

static int begin(void **state)
{
	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	umask(022);
	return mkdtemp(folder) && !chdir(folder) ? 0 : -1;
}

static int end(void **state)
{
	char command[80];

	(void)state;
	arena_free(&arena);
	messages_free(&messages);
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	return chdir("/") || system(command) ? -1 : 0;
}

static void test_read(void **state)
{
	const char *bytes;
	size_t n, size;
	enum nsi_status status;
	FILE *f;

	(void)state;
	put("a", "строка\n");
	put("empty", "");
	assert_string_equal(get("a"), "строка\n");
	assert_string_equal(get("empty"), "");
	assert_int_equal(file_read(&messages, &arena, "a", 13, &bytes, &n), NSI_OK);
	assert_int_equal(n, 13);
	f = file_open(&messages, "a", 13, &size, &status);
	assert_non_null(f);
	assert_int_equal(size, 13);
	fclose(f);
	assert_int_equal(file_read(&messages, &arena, "/proc/self/status", 1 << 20, &bytes, &n), NSI_OK);
	assert_true(n > 100);                              /* it says that it has 0 bytes */
	assert_int_equal(symlink("a", "link"), 0);
	assert_string_equal(get("link"), "строка\n");
}

static void test_refused(void **state)
{
	static const struct { const char *path; size_t limit; enum nsi_status status; const char *text; } v[] = {
		{ "none", 9, NSI_DATA, "none: there is no such file or folder" },
		{ "a/b", 9, NSI_DATA, "a/b: a part of the path is not a folder" },
		{ "", 9, NSI_DATA, ": there is no such file or folder" },
		{ ".", 9, NSI_DATA, ".: it is a folder, not a file" },
		{ "fifo", 9, NSI_DATA, "fifo: it is not a regular file (standard input is \"-\")" },
		{ "/dev/zero", 9, NSI_DATA, "/dev/zero: it is not a regular file (standard input is \"-\")" },
		{ "a", 12, NSI_DATA, "a: the file is larger than 0 MiB" },
		{ "circle", 9, NSI_DATA, "circle: it is a symbolic link" },
		{ "/proc/self/status", 99, NSI_DATA, "/proc/self/status: the file is larger than 0 MiB" },
	};
	enum nsi_status status;
	const char *bytes;
	size_t n;

	(void)state;
	assert_int_equal(mkfifo("fifo", 0600), 0);
	assert_int_equal(symlink("circle", "circle"), 0);
	for (size_t i = 0; i < COUNT(v); i++) {
		messages_clear(&messages);
		assert_int_equal(file_read(&messages, &arena, v[i].path, v[i].limit, &bytes, &n), v[i].status);
		assert_int_equal(n, 0);
		assert_string_equal(bytes, "");
		assert_int_equal(messages.n, 1);
		assert_string_equal(messages.v[0].text, v[i].text);
		if (*v[i].path == '/')
			continue;
		assert_null(file_open(&messages, v[i].path, v[i].limit, &n, &status));
		assert_int_equal(status, v[i].status);
	}
	messages_clear(&messages);
}

/* Read what COMMAND writes through standard input. */
static enum nsi_status piped(const char *command, size_t limit, const char **bytes, size_t *n)
{
	FILE *p = popen(command, "r");
	int was = dup(0);
	enum nsi_status status;

	dup2(fileno(p), 0);
	status = file_read(&messages, &arena, "-", limit, bytes, n);
	dup2(was, 0);
	close(was);
	pclose(p);
	return status;
}

static void test_standard_input(void **state)
{
	const char *bytes;
	size_t n;

	(void)state;
	assert_int_equal(piped("printf abc; sleep 0.1; printf def", 99, &bytes, &n), NSI_OK);
	assert_string_equal(bytes, "abcdef");
	assert_int_equal(piped("head -c 300000 /dev/zero | tr '\\0' x", 300000, &bytes, &n), NSI_OK);
	assert_int_equal(n, 300000);
	assert_int_equal(strlen(bytes), 300000);
	assert_int_equal(piped("head -c 300000 /dev/zero", 299999, &bytes, &n), NSI_DATA);
	assert_int_equal(piped("yes", 1 << 20, &bytes, &n), NSI_DATA);
	assert_int_equal(piped(":", 0, &bytes, &n), NSI_OK);
	assert_int_equal(n, 0);
	messages_clear(&messages);
}

static void test_replace(void **state)
{
	struct file_new f;
	struct stat st;
	int before = names();

	(void)state;
	for (int i = 0; i < 2; i++) {                      /* a new one, then one in its place */
		assert_int_equal(file_create(&messages, &arena, "report.html", false, &f), NSI_OK);
		fprintf(f.f, "new %d", i);
		if (i)
			assert_string_equal(get("report.html"), "new 0");
		assert_int_equal(file_commit(&messages, &f), NSI_OK);
		assert_null(f.f);
	}
	assert_string_equal(get("report.html"), "new 1");
	assert_int_equal(names(), before + 1);
	assert_int_equal(stat("report.html", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0644);
	umask(077);
	assert_int_equal(file_create(&messages, &arena, "./report.html", false, &f), NSI_OK);
	file_abandon(&f);
	file_abandon(&f);
	assert_string_equal(get("report.html"), "new 1");
	assert_int_equal(names(), before + 1);
	assert_int_equal(file_create(&messages, &arena, "report.html", false, &f), NSI_OK);
	assert_int_equal(file_commit(&messages, &f), NSI_OK);
	assert_int_equal(stat("report.html", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	umask(022);
}

static void test_create_refused(void **state)
{
	static const struct { const char *path; enum nsi_status status; const char *text; } v[] = {
		{ "", NSI_DATA, "\"\" is not the name of a file" },
		{ "dir/", NSI_DATA, "\"dir/\" is not the name of a file" },
		{ ".", NSI_DATA, ".: it is a folder, not a file" },
		{ "link", NSI_DATA, "link: it is a symbolic link, and links are not written through" },
		{ "circle", NSI_DATA, "circle: it is a symbolic link, and links are not written through" },
		{ "fifo", NSI_DATA, "fifo: it is not a regular file (standard output is \"-\")" },
		{ "/dev/null", NSI_DATA, "/dev/null: it is not a regular file (standard output is \"-\")" },
		{ "none/report", NSI_DATA, "none/report: there is no such file or folder" },
		{ "a/report", NSI_DATA, "a/report: a part of the path is not a folder" },
	};
	struct file_new f;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		messages_clear(&messages);
		assert_int_equal(file_create(&messages, &arena, v[i].path, false, &f), v[i].status);
		assert_null(f.f);
		assert_int_equal(messages.n, 1);
		assert_string_equal(messages.v[0].text, v[i].text);
		file_abandon(&f);
	}
	messages_clear(&messages);
	assert_string_equal(get("a"), "строка\n");
}

static void test_leftovers(void **state)
{
	struct file_new f, g;
	int before = names();

	(void)state;
	put(".out.csv.new", "half of a");                  /* of a run that was killed */
	assert_int_equal(file_create(&messages, &arena, "out.csv", false, &f), NSI_OK);
	assert_int_equal(file_create(&messages, &arena, "out.csv", false, &g), NSI_MACHINE);
	assert_string_equal(messages.v[0].text, "out.csv: somebody else is writing it just now");
	fputs("whole", f.f);
	assert_int_equal(file_commit(&messages, &f), NSI_OK);
	assert_string_equal(get("out.csv"), "whole");
	assert_int_equal(symlink("a", ".out.csv.new"), 0);  /* somebody lays a trap */
	assert_int_equal(file_create(&messages, &arena, "out.csv", false, &f), NSI_OK);
	fputs("again", f.f);
	assert_int_equal(file_commit(&messages, &f), NSI_OK);
	assert_string_equal(get("a"), "строка\n");
	assert_int_equal(link("a", ".out.csv.new"), 0);     /* or a hard one */
	assert_int_equal(file_create(&messages, &arena, "out.csv", false, &f), NSI_OK);
	fputs("third", f.f);
	assert_int_equal(file_commit(&messages, &f), NSI_OK);
	assert_string_equal(get("a"), "строка\n");
	assert_string_equal(get("out.csv"), "third");
	assert_int_equal(names(), before + 1);
	messages_clear(&messages);
}

/* The disk says no: the old file stays, nothing else does. */
static void test_full(void **state)
{
	struct rlimit was, small = { 4096, RLIM_INFINITY };
	struct file_new f;
	char name[256];
	int before = names();

	(void)state;
	getrlimit(RLIMIT_FSIZE, &was);
	small.rlim_max = was.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_int_equal(file_create(&messages, &arena, "out.csv", false, &f), NSI_OK);
	for (int i = 0; i < 10000; i++)
		fputs("0123456789", f.f);
	assert_int_equal(file_commit(&messages, &f), NSI_MACHINE);
	setrlimit(RLIMIT_FSIZE, &was);
	assert_string_equal(messages.v[0].text, "out.csv: the file would be larger than allowed");
	assert_string_equal(get("out.csv"), "third");
	assert_int_equal(names(), before);
	memset(name, 'x', 255);
	name[255] = '\0';
	assert_int_equal(file_create(&messages, &arena, name, false, &f), NSI_OK);
	assert_int_equal(file_commit(&messages, &f), NSI_OK);
	assert_string_equal(get(name), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read), cmocka_unit_test(test_refused), cmocka_unit_test(test_standard_input),
		cmocka_unit_test(test_replace), cmocka_unit_test(test_create_refused), cmocka_unit_test(test_leftovers),
		cmocka_unit_test(test_full),
	};

	return cmocka_run_group_tests_name("file", tests, begin, end);
}

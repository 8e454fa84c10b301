/* test_write.c - answers on their way out: which format, which file, and what stops them. */
#include <errno.h>

#include "store.h"

static const struct nsi_column cols[] = {
	{ "person", "Person", NULL, NSI_T_ID, false }, { "n", "N", NULL, NSI_T_INT, false },
	{ "note", "Note", NULL, NSI_T_TEXT, true },
};
static const struct nsi_cell cells[] = {
	{ .type = NSI_T_ID, .s = "p02" }, { .type = NSI_T_INT, .i = 2 }, { .type = NSI_T_TEXT, .s = "b" },
	{ .type = NSI_T_ID, .s = "p01" }, { .type = NSI_T_INT, .i = 10 }, { .type = NSI_T_NONE, .i = 0 },
};
static const struct nsi_rows rows = { .ncol = 3, .nrow = 2, .cols = cols, .cells = cells };

static const char *content(const char *name)
{
	static char text[4096];
	FILE *f = fopen(in_folder(name), "r");
	size_t n;

	if (!f)
		return NULL;
	n = fread(text, 1, sizeof(text) - 1, f);
	text[n] = '\0';
	fclose(f);
	return text;
}

static enum nsi_status written(struct nsi *n, const char *name, struct nsi_output o)
{
	o.file = in_folder(name);
	return nsi_write(n, &rows, &o);
}

static void the_suffix_chooses(void **state)
{
	static const struct { const char *name, *format, *want; } cases[] = {
		{ "a.csv", NULL, "person,n\np02,2\np01,10\n" },
		{ "a.CSV", NULL, "person,n\np02,2\np01,10\n" },
		{ "a.tsv", NULL, "person\tn\np02\t2\np01\t10\n" },
		{ "a.json", NULL, "[\n{\"person\": \"p02\", \"n\": 2},\n{\"person\": \"p01\", \"n\": 10}\n]\n" },
		{ "a.ndjson", NULL, "{\"person\": \"p02\", \"n\": 2}\n{\"person\": \"p01\", \"n\": 10}\n" },
		{ "a.txt", NULL, "Person   N\n------  --\np02      2\np01     10\n" },
		{ "a.log", NULL, "Person   N\n------  --\np02      2\np01     10\n" },
		{ "csv", NULL, "Person   N\n------  --\np02      2\np01     10\n" },
		{ "a.json", "csv", "person,n\np02,2\np01,10\n" },
		{ "a.ods", "csv", "person,n\np02,2\np01,10\n" },
	};
	struct nsi *n = handle("none.db");

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(written(n, cases[i].name, (struct nsi_output){ .format = cases[i].format }), NSI_OK);
		check(!strcmp(content(cases[i].name), cases[i].want), "%s: %s", cases[i].name, content(cases[i].name));
	}
	nsi_close(n);
}

static void what_is_asked_of_the_rows(void **state)
{
	struct nsi *n = handle("none.db");

	(void)state;
	assert_int_equal(written(n, "a.csv", (struct nsi_output){ .columns = "note,person", .sort = "person", .no_header = true }), NSI_OK);
	assert_string_equal(content("a.csv"), ",p01\nb,p02\n");
	assert_int_equal(written(n, "a.csv", (struct nsi_output){ .limit = 1 }), NSI_OK);
	assert_string_equal(content("a.csv"), "person,n\np02,2\n");
	assert_int_equal(written(n, "a.csv", (struct nsi_output){ .columns = "nobody" }), NSI_USAGE);
	assert_int_equal(written(n, "a.csv", (struct nsi_output){ .sort = "nobody" }), NSI_USAGE);
	assert_string_equal(content("a.csv"), "person,n\np02,2\n");         /* the former file stands */
	nsi_close(n);
}

static void people_and_scripts_see_their_own(void **state)
{
	static const struct nsi_column both[] = {
		{ "a", "A", NULL, NSI_T_ID, NSI_SHOWN }, { "b", "B", NULL, NSI_T_INT, NSI_FOR_MACHINES },
		{ "c", "C", NULL, NSI_T_TEXT, NSI_FOR_PEOPLE },
	};
	struct nsi_rows r = rows;
	struct nsi *n = handle("none.db");

	(void)state;
	r.cols = both;
	r.nrow = 1;
	assert_int_equal(nsi_write(n, &r, &(struct nsi_output){ .file = in_folder("a.csv") }), NSI_OK);
	assert_string_equal(content("a.csv"), "a,b\np02,2\n");
	assert_int_equal(nsi_write(n, &r, &(struct nsi_output){ .file = in_folder("a.txt") }), NSI_OK);
	assert_string_equal(content("a.txt"), "A    C\n---  -\np02  b\n");
	assert_int_equal(nsi_write(n, &r, &(struct nsi_output){ .file = in_folder("a.txt"), .columns = "b" }), NSI_OK);
	assert_string_equal(content("a.txt"), "B\n-\n2\n");
	nsi_close(n);
}

static void refused(void **state)
{
	struct nsi *n = handle("none.db");

	(void)state;
	assert_int_equal(written(n, "a.ods", (struct nsi_output){ 0 }), NSI_USAGE);
	assert_null(content("a.ods"));
	assert_int_equal(written(n, "a.csv", (struct nsi_output){ .format = "jsn" }), NSI_USAGE);
	assert_int_equal(written(n, "a.csv", (struct nsi_output){ .format = "../x" }), NSI_USAGE);
	assert_null(content("a.csv"));
	assert_int_equal(written(n, "no/such/folder.csv", (struct nsi_output){ 0 }), NSI_OUTPUT);
	assert_true(nsi_message_count(n) >= 4);
	nsi_close(n);
}

/* The status of writing to standard output that is FD. */
static int in_child(int fd)
{
	pid_t child = fork();
	int status;

	if (!child) {
		struct nsi *n = handle("none.db");
		enum nsi_status s;

		signal(SIGPIPE, SIG_IGN);
		dup2(fd, STDOUT_FILENO);
		s = nsi_write(n, &rows, NULL);
		_exit(s == NSI_OK ? 0 : s == NSI_OUTPUT && nsi_message_count(n) == 1 ? 1 : 2);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void standard_output_that_fails(void **state)
{
	int full = open("/dev/full", O_WRONLY), ends[2], good = open("/dev/null", O_WRONLY);

	(void)state;
	fflush(stdout);
	assert_int_equal(in_child(good), 0);
	if (full >= 0)
		assert_int_equal(in_child(full), 1);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	assert_int_equal(in_child(ends[1]), 1);
	close(ends[1]);
	close(full);
	close(good);
}

static void nothing_for_a_terminal_in_a_file(void **state)
{
	struct nsi *n = handle("none.db");

	(void)state;
	assert_int_equal(written(n, "a.txt", (struct nsi_output){ .color = NSI_COLOR_AUTO }), NSI_OK);
	assert_null(strchr(content("a.txt"), '\033'));
	assert_int_equal(written(n, "a.txt", (struct nsi_output){ .color = NSI_COLOR_ALWAYS }), NSI_OK);
	assert_non_null(strchr(content("a.txt"), '\033'));
	nsi_close(n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_suffix_chooses, folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(what_is_asked_of_the_rows, folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(people_and_scripts_see_their_own, folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(refused, folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(standard_output_that_fails, folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(nothing_for_a_terminal_in_a_file, folder_make, folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Parts: rows of a table, plugins beside the library, and what is said when there is none. */
#include "test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/part.h"

struct thing { struct nsi_part part; int (*work)(void); };

static int seven(void)
{
	return 7;
}

static const struct thing things[] = {
	{ { NSI_PART_ABI, "table", "a help" }, seven },
	{ { NSI_PART_ABI, "json", NULL }, seven },
	{ { NSI_PART_ABI, "some", NULL }, NULL },          /* known, but only as a plugin */
	{ { 0, NULL, NULL }, NULL },
};

static enum nsi_status status;

static const struct thing *find(struct messages *m, const char *name)
{
	messages_clear(m);
	return part_find(m, "format", name, things, sizeof(*things), offsetof(struct thing, work), &status);
}

static void test_found(void **state)
{
	struct messages m = { 0 };

	(void)state;
	assert_ptr_equal(find(&m, "table"), &things[0]);
	assert_ptr_equal(find(&m, "json"), &things[1]);
	assert_int_equal(m.n, 0);
	messages_free(&m);
}

static void test_not_found(void **state)
{
	static const struct { const char *name, *text; } v[] = {
		{ "jsno", "there is no format \"jsno\" (did you mean \"json\"?)" },
		{ "other", "there is no format \"other\" (a plugin would be format-other.so)" },
		{ "", "there is no format \"\"" }, { "../evil", "there is no format \"../evil\"" }, { "a/b", "there is no format \"a/b\"" },
		{ "Table", "there is no format \"Table\"" }, { "xls-x", "there is no format \"xls-x\"" }, { "1a", "there is no format \"1a\"" },
		{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "there is no format \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"" },
	};
	struct messages m = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		assert_null(find(&m, v[i].name));
		assert_int_equal(status, NSI_USAGE);
		assert_int_equal(m.n, 1);
		assert_string_equal(m.v[0].text, v[i].text);
	}
	messages_free(&m);
}

static char folder[4096];

/* A third party's part is one file beside the library. */
static void build(const char *name, const char *symbol, unsigned abi)
{
	char command[9000];

	snprintf(command, sizeof(command), "echo 'const struct { unsigned abi; const char *name, *help; int (*work)(void); } nsi_format_%s = { %u, \"%s\", \"\", 0 };' |"
	         " cc -shared -fPIC -x c - -o %s/format-%s.so", symbol, abi, name, folder, name);
	assert_int_equal(system(command), 0);
}

static void says(struct messages *m, const char *name, const char *want)
{
	assert_null(find(m, name));
	assert_int_equal(status, NSI_MACHINE);
	assert_int_equal(m->n, 1);
	check(strstr(m->v[0].text, want), "%s: %s", name, m->v[0].text);
}

/* The machine is wrong, not what was typed: which file, and what can be done. */
static void test_plugin(void **state)
{
	struct messages m = { 0 };
	const struct thing *p;
	char path[4200], *slash;

	(void)state;
	assert_true(readlink("/proc/self/exe", folder, sizeof(folder) - 1) > 0);
	slash = strrchr(folder, '/');
	strcpy(slash, "/nsi");
	mkdir(folder, 0777);
	build("trial", "trial", NSI_PART_ABI);
	build("stale", "stale", NSI_PART_ABI + 1);
	build("foreign", "other", NSI_PART_ABI);
	p = find(&m, "trial");
	assert_non_null(p);
	assert_string_equal(p->part.name, "trial");
	says(&m, "stale", "/tests/nsi/format-stale.so was made for another nsi: make in the source of this one builds it anew");
	says(&m, "foreign", "/tests/nsi/format-foreign.so is no plugin of nsi: nsi_format_foreign is not in it");
	build("cut", "cut", NSI_PART_ABI);
	snprintf(path, sizeof(path), "%s/format-cut.so", folder);
	assert_int_equal(truncate(path, 20), 0);
	says(&m, "cut", "/tests/nsi/format-cut.so cannot be loaded (file too short): make in the source of nsi builds it anew");
	says(&m, "some", "format-some.so is missing (looked for in ");       /* known, and nowhere */
	says(&m, "some", "/tests/nsi, ");
	messages_free(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_found), cmocka_unit_test(test_not_found), cmocka_unit_test(test_plugin) };

	return cmocka_run_group_tests_name("part", tests, NULL, NULL);
}

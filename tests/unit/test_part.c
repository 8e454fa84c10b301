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

static const struct thing *find(struct messages *m, const char *name)
{
	messages_clear(m);
	return part_find(m, "format", name, things, sizeof(*things), offsetof(struct thing, work));
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
		{ "some", "there is no format \"some\" (a plugin would be format-some.so: apt install nsi-some)" },
		{ "other", "there is no format \"other\" (a plugin would be format-other.so: apt install nsi-other)" },
		{ "", "there is no format \"\"" }, { "../evil", "there is no format \"../evil\"" }, { "a/b", "there is no format \"a/b\"" },
		{ "Table", "there is no format \"Table\"" }, { "xls-x", "there is no format \"xls-x\"" }, { "1a", "there is no format \"1a\"" },
		{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "there is no format \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"" },
	};
	struct messages m = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		assert_null(find(&m, v[i].name));
		assert_int_equal(m.n, 1);
		assert_string_equal(m.v[0].text, v[i].text);
	}
	messages_free(&m);
}

/* A third party's part is one file beside the library. */
static void build(const char *name, unsigned abi)
{
	char folder[4096] = "", command[9000], *slash;

	assert_true(readlink("/proc/self/exe", folder, sizeof(folder) - 1) > 0);
	slash = strrchr(folder, '/');
	strcpy(slash, "/nsi");
	mkdir(folder, 0777);
	snprintf(command, sizeof(command), "echo 'const struct { unsigned abi; const char *name, *help; int (*work)(void); } nsi_format_%s = { %u, \"%s\", \"\", 0 };' |"
	         " cc -shared -fPIC -x c - -o %s/format-%s.so", name, abi, name, folder, name);
	assert_int_equal(system(command), 0);
}

static void test_plugin(void **state)
{
	struct messages m = { 0 };
	const struct thing *p;

	(void)state;
	build("trial", NSI_PART_ABI);
	build("stale", NSI_PART_ABI + 1);
	p = find(&m, "trial");
	assert_non_null(p);
	assert_string_equal(p->part.name, "trial");
	assert_null(find(&m, "stale"));
	assert_string_equal(m.v[0].text, "format-stale.so was made for another nsi");
	messages_free(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_found), cmocka_unit_test(test_not_found), cmocka_unit_test(test_plugin) };

	return cmocka_run_group_tests_name("part", tests, NULL, NULL);
}

/* test_names.c - may this name be printed here? */
#include "store.h"
#include "store/names.h"

#define ALL      "Гречкина Овсяна Пшеновна"
#define AGREED   "Плов Али Гасан оглы"

static void say_consent(struct nsi *n, const char *person)
{
	const struct nsi_arg args[] = { { "person", person }, { "scope", "public" } };
	const struct nsi_rows *rows;

	assert_int_equal(nsi_say(n, "consent", args, COUNT(args), 0, &rows), NSI_OK);
}

static void set(struct nsi *n, const char *key, const char *value)
{
	const struct nsi_rows *rows;

	assert_int_equal(nsi_config(n, key, value, &rows), NSI_OK);
}

/* Whose names stand where, and whether the line below says what such paper is. */
static void allowed(void **state)
{
	static const struct { const char *print; enum where there; bool asked, open; enum naming whose; bool note; } cases[] = {
		{ "off", ON_SCREEN, false, false, NAMES_ALL, false },
		{ "off", ON_SCREEN, false, true, NAMES_AGREED, false },
		{ "off", ON_SCREEN, true, false, NAMES_ALL, false },
		{ "off", IN_FILE, false, false, NAMES_NONE, false },
		{ "off", IN_FILE, true, false, NAMES_ALL, true },
		{ "off", IN_FILE, true, true, NAMES_AGREED, false },
		{ "off", IN_FILE, false, true, NAMES_NOTHING, false },
		{ "off", ON_PAPER, false, false, NAMES_NONE, false },
		{ "off", ON_PAPER, true, false, NAMES_ALL, true },
		{ "on", IN_FILE, false, false, NAMES_NONE, false },
		{ "on", IN_FILE, false, true, NAMES_NOTHING, false },
		{ "on", ON_PAPER, false, false, NAMES_ALL, true },
		{ "on", ON_PAPER, false, true, NAMES_AGREED, false },
		{ "on", ON_PAPER, true, false, NAMES_ALL, true },
	};
	struct nsi *n = made("nsi.db");

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		enum naming whose;

		set(n, "names.print", cases[i].print);
		whose = names_allowed(n, cases[i].there, cases[i].asked, cases[i].open);
		check(whose == cases[i].whose, "case %zu: %d, not %d", i, (int)whose, (int)cases[i].whose);
		check(!names_note(n, whose, cases[i].there) == !cases[i].note, "case %zu: the line below", i);
	}
	nsi_close(n);
	assert_int_equal(in_shell("rm -f nsi-private.db*"), 0);
	n = opened("nsi.db");
	check(names_allowed(n, ON_PAPER, true, false) == NAMES_NONE, "without the private file there are no names");
	nsi_close(n);
}

static void named(void **state)
{
	const struct nsi_rows *rows;
	struct nsi *n = made("nsi.db");
	int64_t all, agreed;

	(void)state;
	assert_int_equal(nsi_iop_enrol(n, &(struct nsi_enrol){ .name = ALL, .org = "s161" }, 0, &rows), NSI_OK);
	assert_int_equal(nsi_iop_enrol(n, &(struct nsi_enrol){ .name = AGREED, .org = "s161" }, 0, &rows), NSI_OK);
	say_consent(n, "p02");
	all = code_find(n, "person", "s161/p01");
	agreed = code_find(n, "person", "s161/p02");
	assert_string_equal(name_in(n, NAMES_ALL, all), ALL);
	assert_string_equal(name_in(n, NAMES_ALL, agreed), AGREED);
	assert_string_equal(name_in(n, NAMES_AGREED, agreed), AGREED);
	assert_null(name_in(n, NAMES_AGREED, all));
	assert_null(name_in(n, NAMES_NONE, agreed));
	assert_null(name_in(n, NAMES_NOTHING, agreed));
	nsi_close(n);
}

#define T(test) cmocka_unit_test_setup_teardown(test, folder_make, folder_drop)

int main(void)
{
	const struct CMUnitTest tests[] = { T(allowed), T(named) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Words: the catalogue that is built in, found and not found; languages by name. */
#include "test.h"

#include "base/tr.h"
#include "ru.mo.h"

static void test_languages(void **state)
{
	static const struct { const char *s; int lang; } v[] = {
		{ "ru", LANG_RU }, { "en", LANG_EN }, { "ru_RU.UTF-8", LANG_RU }, { "en.UTF-8", LANG_EN }, { "ru-RU", LANG_RU }, { "ru@x", LANG_RU },
		{ "", -1 }, { "r", -1 }, { "C", -1 }, { "rus", -1 }, { "de_DE", -1 }, { "RU", -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		check(lang_named(v[i].s, strlen(v[i].s)) == v[i].lang, "%s", v[i].s);
	assert_int_equal(lang_named("ruble", 2), LANG_RU);
	for (int l = 0; l < LANG_COUNT; l++)
		assert_int_equal(lang_named(lang_name(l), 2), l);
}

static uint32_t word(size_t at)
{
	uint32_t v;

	memcpy(&v, ru_mo + at, 4);
	return v;
}

/* Every text of the catalogue is found, whatever it holds; so is what lies between two. */
static void test_all_found(void **state)
{
	(void)state;
	assert_int_equal(word(0), 0x950412de);
	for (uint32_t i = 0; i < word(8); i++) {
		const char *text = (const char *)ru_mo + word(word(12) + 8 * i + 4), *ru = (const char *)ru_mo + word(word(16) + 8 * i + 4);
		char between[600];

		assert_ptr_equal(tr(LANG_EN, text), text);
		if (!*text)
			continue;
		check(!strcmp(tr(LANG_RU, text), ru), "%s", text);
		check(!strcmp(tr_n(LANG_RU, text, "", 1), ru), "%s", text);
		snprintf(between, sizeof(between), "%s\x01", text);
		assert_ptr_equal(tr(LANG_RU, between), between);
	}
}

/* Plurals of the catalogue, whichever it has, give three words: 1 занятие, 2 занятия, 5 занятий. */
static void test_plural(void **state)
{
	static const unsigned long ones[] = { 1, 21, 101, 1001 }, few[] = { 2, 4, 22, 104 }, many[] = { 0, 5, 11, 12, 14, 20, 111, 112, 1000000 };

	(void)state;
	for (uint32_t i = 0; i < word(8); i++) {
		const char *one = (const char *)ru_mo + word(word(12) + 8 * i + 4), *ru = (const char *)ru_mo + word(word(16) + 8 * i + 4);
		const char *two, *five;

		if (strlen(one) == word(word(12) + 8 * i))
			continue;
		two = ru + strlen(ru) + 1;
		five = two + strlen(two) + 1;
		for (size_t k = 0; k < COUNT(ones); k++)
			check(!strcmp(tr_n(LANG_RU, one, "", ones[k]), ru), "%s %lu", one, ones[k]);
		for (size_t k = 0; k < COUNT(few); k++)
			check(!strcmp(tr_n(LANG_RU, one, "", few[k]), two), "%s %lu", one, few[k]);
		for (size_t k = 0; k < COUNT(many); k++)
			check(!strcmp(tr_n(LANG_RU, one, "", many[k]), five), "%s %lu", one, many[k]);
	}
	assert_string_equal(tr_n(LANG_EN, "unit", "units", 1), "unit");
	assert_string_equal(tr_n(LANG_EN, "unit", "units", 21), "units");
	assert_string_equal(tr_n(LANG_RU, "no such thing", "no such things", 5), "no such things");
	assert_string_equal(tr_n(LANG_RU, "", "", 5), "");
	/* a text without plurals answers for every number, and nothing behind it is read */
	assert_string_equal(tr_n(LANG_RU, "no permission", "", 5), tr(LANG_RU, "no permission"));
}

static void test_not_found(void **state)
{
	static const char text[] = "this is in no catalogue";

	(void)state;
	assert_ptr_equal(tr(LANG_RU, text), text);
	assert_string_equal(tr(LANG_RU, ""), "");          /* not the catalogue's header */
	assert_string_equal(tr(LANG_RU, "\xFF\xFE"), "\xFF\xFE");
	assert_string_equal(tr(LANG_RU, "no permission"), "нет прав доступа");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_languages), cmocka_unit_test(test_all_found), cmocka_unit_test(test_plural), cmocka_unit_test(test_not_found),
	};

	return cmocka_run_group_tests_name("tr", tests, NULL, NULL);
}

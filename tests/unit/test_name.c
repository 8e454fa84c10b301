/* Names of people: every form that schools write, folding, what may be the same person. */
#include "test.h"

#include "base/name.h"
#include "base/text.h"

static struct arena arena;

static int done(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void test_split(void **state)
{
	static const struct { const char *text, *family, *given, *patronymic; } v[] = {
		{ "Гречкина Овсяна Пшеновна", "Гречкина", "Овсяна", "Пшеновна" },
		{ "  Гречкина\u00A0 Овсяна\tПшеновна ", "Гречкина", "Овсяна", "Пшеновна" },
		{ "Гречкина О. П.", "Гречкина", "О.", "П." },
		{ "Гречкина О.П.", "Гречкина", "О.", "П." },
		{ "Гречкина О П", "Гречкина", "О.", "П." },
		{ "Гречкина, О. П.", "Гречкина", "О.", "П." },
		{ "Гречкина О.", "Гречкина", "О.", "" },
		{ "О. П. Гречкина", "Гречкина", "О.", "П." },
		{ "О.П.Гречкина", "Гречкина", "О.", "П." },
		{ "О. Гречкина", "Гречкина", "О.", "" },
		{ "О.\u00A0П.\u00A0Гречкина-Манная", "Гречкина-Манная", "О.", "П." },
		{ "Гречкина Овсяна", "Гречкина", "Овсяна", "" },
		{ "Гречкина Овсяна П.", "Гречкина", "Овсяна", "П." },
		{ "Гречкина-Манная Овсяна Пшеновна", "Гречкина-Манная", "Овсяна", "Пшеновна" },
		{ "Гречкина – Манная Овсяна Пшеновна", "Гречкина-Манная", "Овсяна", "Пшеновна" },
		{ "Гречкина\u2011Манная Овсяна", "Гречкина-Манная", "Овсяна", "" },
		{ "Гречкина Манная Овсяна Пшеновна", "Гречкина Манная", "Овсяна", "Пшеновна" },
		{ "Рисов Анна-Мария Оттовна", "Рисов", "Анна-Мария", "Оттовна" },
		{ "Рисова А.-М. О.", "Рисова", "А.-М.", "О." },
		{ "Плов Али Гасан оглы", "Плов", "Али", "Гасан оглы" },
		{ "Плов Али Гасан-оглы", "Плов", "Али", "Гасан-оглы" },
		{ "ПЛОВА АЙГЮН ГАСАН КЫЗЫ", "ПЛОВА", "АЙГЮН", "ГАСАН КЫЗЫ" },
		{ "Плов Ю.", "Плов", "Ю.", "" },
		{ "Дж. Плов", "Плов", "Дж.", "" },
		{ "фон Гречкин Отто Карлович", "фон Гречкин", "Отто", "Карлович" },
		{ "О'Гречкин Шон", "О'Гречкин", "Шон", "" },
		{ "Овсяна Пшеновна Гречкина", "Гречкина", "Овсяна", "Пшеновна" },
		{ "Абрамович Роман Аркадьевич", "Абрамович", "Роман", "Аркадьевич" },
		{ "Ли Тест Примерович", "Ли", "Тест", "Примерович" },
	};
	struct name n;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		check(name_split(&arena, v[i].text, &n), "%s: no name", v[i].text);
		check(!strcmp(n.family, v[i].family) && !strcmp(n.given, v[i].given) && !strcmp(n.patronymic, v[i].patronymic),
		      "%s: %s|%s|%s", v[i].text, n.family, n.given, n.patronymic);
	}
}

static void test_no_name(void **state)
{
	static const char *const v[] = { "", " ", "Гречкина", "О. П.", "О.", "p07", "Гречкина 2", "Гречкина (совм.)", "a@b.ru", "- -", "...",
	                                 "вакансия", "12.11.2026" };
	struct name n;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		check(!name_split(&arena, v[i], &n), "\"%s\" is no name: %s|%s|%s", v[i], n.family, n.given, n.patronymic);
}

static void test_join(void **state)
{
	static const struct { const char *f, *g, *p, *full; } v[] = {
		{ "Гречкина", "Овсяна", "Пшеновна", "Гречкина Овсяна Пшеновна" }, { " Гречкина ", "О.", "П", "Гречкина О. П." },
		{ "Гречкина", "Овсяна", "", "Гречкина Овсяна" }, { "Гречкина", "Овсяна Пшеновна", "", "Гречкина Овсяна Пшеновна" },
		{ "Плов", "Али", "Гасан оглы", "Плов Али Гасан оглы" }, { "Гречкина Овсяна Пшеновна", "", "", "Гречкина Овсяна Пшеновна" },
		{ "Плов", "Али Гасан оглы", NULL, "Плов Али Гасан оглы" },
	};
	struct name n;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		check(name_join(&arena, v[i].f, v[i].g, v[i].p, &n), "%s", v[i].full);
		assert_string_equal(name_full(&arena, &n), v[i].full);
	}
	assert_false(name_join(&arena, "Гречкина", "", "", &n));
	assert_false(name_join(&arena, "", "Овсяна", "", &n));
	assert_false(name_join(&arena, "Гречкина", "Овсяна", "7", &n));
}

static struct name named(const char *text)
{
	struct name n;

	check(name_split(&arena, text, &n), "%s", text);
	return n;
}

static void test_key(void **state)
{
	static const char *const same[][2] = {
		{ "Пчёлкин Семён Петрович", "ПЧЕЛКИН СЕМЕН ПЕТРОВИЧ" }, { "Гречкина – Манная Овсяна", "гречкина-манная\u00A0овсяна" },
		{ "Гречкина О.П.", "О. П. Гречкина" }, { "Плов Али Гасан-оглы", "Плов Али Гасан оглы" }, { "Рисов Андреи\u0306 Оттович", "Рисов Андрей Оттович" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(same); i++) {
		const char *x = text_nfc(&arena, same[i][0], strlen(same[i][0])), *y = text_nfc(&arena, same[i][1], strlen(same[i][1]));
		struct name a = named(x), b = named(y);

		assert_string_equal(name_key(&arena, &a), name_key(&arena, &b));
	}
	struct name a = named("Рисов Андрей"), b = named("Рисов Андреи");

	assert_string_not_equal(name_key(&arena, &a), name_key(&arena, &b));
	assert_string_equal(name_family_key(&arena, "Пчёл"), "пчел");
}

static void test_short(void **state)
{
	static const char *const v[][2] = {
		{ "Гречкина Овсяна Пшеновна", "Гречкина О. П." }, { "О. П. Гречкина", "Гречкина О. П." }, { "Плов Али Гасан оглы", "Плов А. Г." },
		{ "Рисов Ёж", "Рисов Ё." },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct name n = named(v[i][0]);

		assert_string_equal(name_short(&arena, &n), v[i][1]);
	}
}

static void test_fits(void **state)
{
	static const struct { const char *x, *y; bool fits, fuller; } v[] = {
		{ "Гречкина Овсяна Пшеновна", "Гречкина О. П.", true, true }, { "Гречкина О. П.", "Гречкина Овсяна Пшеновна", true, false },
		{ "Гречкина О. П.", "Гречкина А. П.", false, false }, { "Гречкина Овсяна", "Гречкина Овсяна Пшеновна", true, false },
		{ "Гречкина Овсяна Пшеновна", "Гречкина Овсяна", true, true }, { "Гречкина Овсяна Пшеновна", "Гречкина Олимпия Пшеновна", false, true },
		{ "Манная О. П.", "Гречкина О. П.", false, false }, { "Пчёлкин С.", "Пчелкин Семен", true, false },
		{ "Гречкина О. П.", "Гречкина О.", true, true }, { "Гречкина Овсяна П.", "Гречкина О. Пшеновна", true, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct name x = named(v[i].x), y = named(v[i].y);

		struct name a = name_fold(&arena, &x), b = name_fold(&arena, &y);

		check(name_fits(&a, &b) == v[i].fits, "%s, %s", v[i].x, v[i].y);
		check(name_fits(&b, &a) == v[i].fits, "%s, %s", v[i].y, v[i].x);
		if (v[i].fits)
			check(name_is_fuller(&x, &y) == v[i].fuller, "fuller: %s, %s", v[i].x, v[i].y);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_split, done), cmocka_unit_test_teardown(test_no_name, done),
		cmocka_unit_test_teardown(test_join, done), cmocka_unit_test_teardown(test_key, done),
		cmocka_unit_test_teardown(test_short, done), cmocka_unit_test_teardown(test_fits, done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

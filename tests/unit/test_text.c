/* Text: bad bytes, NFC, folding, look-alikes, Russian order, widths, near words, ids. */
#include "test.h"

#include "base/text.h"

static struct arena arena;

static int done(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void test_bad(void **state)
{
	static const struct { const char *s; size_t n, bad; } v[] = {
		{ "", 0, 0 }, { "abc", 3, 3 }, { "школа", 10, 10 }, { "abcdefgh\0jk", 11, 8 }, { "abcd\0fgh", 8, 4 },
		{ "abcdefghijk\x80", 12, 11 }, { "\xD0", 1, 0 }, { "ж\xD0", 3, 2 }, { "\xC0\x80", 2, 0 },
		{ "\xE0\x80\xAF", 3, 0 }, { "\xED\xA0\x80", 3, 0 }, { "\xF4\x90\x80\x80", 4, 0 }, { "\xF0\x9F\x98\x80", 4, 4 },
		{ "\xFF\xFE", 2, 0 }, { "\xEF\xEE\xE2", 3, 0 } /* cp1251 */, { "12345678\xEF\xEE", 10, 8 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		check(text_bad(v[i].s, v[i].n) == v[i].bad, "%zu: %s at %zu", i, v[i].s, text_bad(v[i].s, v[i].n));
}

static void test_nfc(void **state)
{
	static const char *const v[][2] = {
		{ "Андрей", "Андрей" }, { "Андреи\u0306", "Андрей" }, { "Е\u0308лка", "Ёлка" }, { "e\u0301", "é" },
		{ "и\u0306и\u0306", "йй" }, { "\u212B", "Å" }, { "a\u0327\u0301", "\u00E1\u0327" }, { "№ 5 — «да»", "№ 5 — «да»" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		assert_string_equal(text_nfc(&arena, v[i][0], strlen(v[i][0])), v[i][1]);
	assert_ptr_equal(text_nfc(&arena, v[0][0], strlen(v[0][0])), v[0][0]);
	assert_ptr_equal(text_nfc(&arena, "\u4E2D", 3), "\u4E2D");
}

/* A hundred thousand marks on a letter are no letter: they stay as they are, at once. */
static void test_marks_on_a_letter(void **state)
{
	static const char *const marks[] = { "\u0306\u0323", "\u0306\u034F\u0323\u034F" };
	static char text[400000];

	(void)state;
	for (size_t k = 0; k < COUNT(marks); k++) {
		size_t n = 2, len = strlen(marks[k]);

		strcpy(text, "и");
		for (; n + len < sizeof(text); n += len)
			memcpy(text + n, marks[k], len);
		text[n] = '\0';
		assert_ptr_equal(text_nfc(&arena, text, n), text);
		assert_string_equal(text_fold(&arena, text), text);
		assert_int_equal(strlen(text_skeleton(&arena, text)), n);
	}
	assert_string_equal(text_nfc(&arena, "и\u0306\u0323\u0323", 8), "й\u0323\u0323");
}

static void test_fold(void **state)
{
	static const char *const v[][2] = {
		{ "", "" }, { " ", "" }, { "  А  Б ", "а б" }, { "Ёлка", "елка" }, { "ё", "е" }, { "Й", "й" }, { "й", "й" },
		{ "Иванов\u00A0И.\u202FО.", "иванов и. о." }, { "ABC", "abc" }, { "Straße", "strasse" }, { "ЇЎІ", "їўі" },
		{ "пере\u00ADнос", "перенос" }, { "a\tb\nc", "a b c" }, { "Ω", "ω" }, { "Е\u0308", "е" }, { " Ω  Ё ", "ω е" },
		{ "Д-р", "д-р" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		check(!strcmp(text_fold(&arena, v[i][0]), v[i][1]), "%s: %s", v[i][0], text_fold(&arena, v[i][0]));
}

static void test_skeleton(void **state)
{
	static const char *const same[][2] = {
		{ "р07", "p07" }, { "Р07", "p07" }, { "М1", "M1" }, { "ВСЕ", "BCE" }, { "АВЕКМНОРСТУХ", "abekmhopctyx" },
		{ "авекмнорстух", "ABEKMHOPCTYX" }, { "И1", "и1" }, { "Ё", "E" }, { "ЅІЈ", "sij" }, { "П3.К1", "п3.k1" },
	};
	static const char *const other[][2] = {
		{ "И1", "I1" }, { "И1", "Й1" }, { "П3", "P3" }, { "З1", "31" }, { "О", "0" }, { "Л1", "Д1" }, { "и", "u" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(same); i++)
		assert_string_equal(text_skeleton(&arena, same[i][0]), text_skeleton(&arena, same[i][1]));
	for (size_t i = 0; i < COUNT(other); i++)
		assert_string_not_equal(text_skeleton(&arena, other[i][0]), text_skeleton(&arena, other[i][1]));
	assert_string_equal(text_skeleton(&arena, "И1"), "и1");
	assert_string_equal(text_skeleton(&arena, " Сг-1 "), "cг-1");
}

static void sort_v(const char **v, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t j = i; j && text_compare(v[j - 1], strlen(v[j - 1]), v[j], strlen(v[j])) > 0; j--) {
			const char *x = v[j];

			v[j] = v[j - 1];
			v[j - 1] = x;
		}
}

static int by_key(const char *a, const char *b)
{
	size_t na, nb;
	const char *ka = text_sort_key(&arena, a, &na), *kb = text_sort_key(&arena, b, &nb);
	int c = memcmp(ka, kb, na < nb ? na : nb);

	return c ? (c > 0) - (c < 0) : (na > nb) - (na < nb);
}

/* Each before the next, by both ways of comparing. */
static void test_order(void **state)
{
	static const char *const names[] = {
		"", " ", " а", "- а", "0", "00", "1", "10", "2", "a", "A", "a b", "ab", "b", "é", "Zoo", "þ", "α", "а", "А",
		"а б", "аб", "абв", "ґ", "е", "Е", "ё", "Ё", "елка", "ёлка", "Ёлка", "елки", "ель", "жук", "и", "И", "иа",
		"Иванов Борис", "Иванова Алла", "і", "ї", "й", "Й", "Йванов", "к", "Кий", "Семенов", "Семёнов", "Семенова",
		"Семёнова", "Семёновский", "Э", "я", "Я", "ѫ", "中",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		for (size_t j = 0; j < COUNT(names); j++) {
			int want = (i > j) - (i < j);
			int c = text_compare(names[i], strlen(names[i]), names[j], strlen(names[j]));

			check(c == want, "\"%s\" and \"%s\": %d", names[i], names[j], c);
			check(by_key(names[i], names[j]) == want, "\"%s\" and \"%s\" by key", names[i], names[j]);
		}
}

/* Whatever the bytes: both ways agree, and the order is one. */
static void test_order_hostile(void **state)
{
	static const char *const bits[] = { "е", "ё", "Е", "\u0308", "й", "и", " ", "\u00A0", "z", "\xD0", "\xFF", "ї", "ß", "1", "\xF0\x9F\x98\x80", "ﬃ" };
	const char *v[300];
	unsigned seed = 7;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		char s[64] = "";

		for (int k = 0; k < 4; k++) {
			seed = seed * 1103515245u + 12345u;
			strcat(s, bits[seed >> 16 & 15]);
		}
		v[i] = arena_strdup(&arena, s);
	}
	sort_v(v, COUNT(v));
	for (size_t i = 0; i < COUNT(v); i++)
		for (size_t j = 0; j < COUNT(v); j++) {
			int c = text_compare(v[i], strlen(v[i]), v[j], strlen(v[j]));

			check(c == by_key(v[i], v[j]), "%s and %s: not the same both ways", v[i], v[j]);
			check(strcmp(v[i], v[j]) ? (i < j) == (c < 0) : !c, "%s and %s: no order", v[i], v[j]);
		}
}

static void test_width(void **state)
{
	static const struct { const char *s; int width; } v[] = {
		{ "", 0 }, { "abc", 3 }, { "Табло", 5 }, { "⊕○•□", 4 }, { "и\u0306", 1 }, { "中文", 4 }, { "a\xFF", 2 }, { "—«»№", 4 },
		{ "\x1B", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		check(text_width(v[i].s) == v[i].width, "%s: %d", v[i].s, text_width(v[i].s));
	assert_int_equal(text_cut("Табло", 3), 6);
	assert_int_equal(text_cut("Табло", 9), 10);
	assert_int_equal(text_cut("Табло", 0), 0);
	assert_int_equal(text_cut("中文", 3), 3);
	assert_int_equal(text_cut("и\u0306x", 1), 4);       /* a mark stays with its letter */
}

static void test_em(void **state)
{
	static const struct { const char *s; int32_t em; } v[] = {
		{ "", 0 }, { "p07", 180 }, { "Ш", 90 }, { "ш", 90 }, { "А", 72 }, { "a", 60 }, { "i.", 72 }, { "中", 100 }, { "\xFF", 60 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		check(text_em(v[i].s) == v[i].em, "%s: %d", v[i].s, text_em(v[i].s));
}

static void test_safe(void **state)
{
	static const char *const v[][2] = {
		{ "Иванова", "Иванова" }, { "a\x1B[31mb", "a\uFFFD[31mb" }, { "a\u202Eb", "a\uFFFDb" }, { "\u2066x\u2069", "\uFFFDx\uFFFD" },
		{ "a\nb\t", "a\uFFFDb\uFFFD" }, { "\x7F\xC2\x85", "\uFFFD\uFFFD" }, { "\xFFz", "\uFFFDz" }, { "и\u0306", "и\u0306" },
		{ "a\u00A0b", "a\u00A0b" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		assert_string_equal(text_safe(&arena, v[i][0]), v[i][1]);
	assert_ptr_equal(text_safe(&arena, v[0][0]), v[0][0]);
}

static void test_near(void **state)
{
	static const char *const names[] = { "list", "show", "plan", "propose", "approve", "cyclogram", "inv-vidy", NULL, "checked_by", "освоено" };
	static const char *const v[][2] = {
		{ "lsit", "list" }, { "List", "list" }, { "lists", "list" }, { "shwo", "show" }, { "pan", "plan" }, { "cyclorgam", "cyclogram" },
		{ "inv-vydi", "inv-vidy" }, { "checked-by", "checked_by" }, { "освоенно", "освоено" }, { "ОСВОЁНО", "освоено" },
		{ "x", NULL }, { "", NULL }, { "board", NULL }, { "network", NULL }, { "who", NULL },
	};
	char huge[300];

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		const char *near = text_near(v[i][0], names, COUNT(names));

		check(near == v[i][1] || (near && v[i][1] && !strcmp(near, v[i][1])), "%s: %s", v[i][0], near ? near : "none");
	}
	memset(huge, 'a', sizeof(huge) - 1);
	huge[sizeof(huge) - 1] = '\0';
	assert_null(text_near(huge, names, COUNT(names)));
	assert_null(text_near("list", names, 0));
}

static void test_ids(void **state)
{
	static const char *const good[] = { "a", "p07", "inv-vidy", "sg-1", "a-1-b2", "mart-1", "may-be1", "mar", "dec-x" };
	static const char *const bad[] = { "", "P07", "1a", "a-", "-a", "a--b", "a_b", "р07", "a b", "a.b",
		"a123456789012345678901234567890123456789012345678901234567890123x" };
	static const char *const months[] = { "mar-1", "mar1", "may2", "sep-2026", "sept1", "dec12", "march-1", "october7" };

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		check(id_ok(good[i], strlen(good[i])), "%s", good[i]);
		check(!id_like_month(good[i], strlen(good[i])), "%s", good[i]);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		check(!id_ok(bad[i], strlen(bad[i])), "%s", bad[i]);
	for (size_t i = 0; i < COUNT(months); i++)
		check(id_like_month(months[i], strlen(months[i])), "%s", months[i]);
	assert_true(id_ok("abc!", 3));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad), cmocka_unit_test(test_nfc), cmocka_unit_test(test_marks_on_a_letter), cmocka_unit_test(test_fold), cmocka_unit_test(test_skeleton),
		cmocka_unit_test(test_order), cmocka_unit_test(test_order_hostile), cmocka_unit_test(test_width), cmocka_unit_test(test_em),
		cmocka_unit_test(test_safe), cmocka_unit_test(test_near), cmocka_unit_test(test_ids),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, done);
}

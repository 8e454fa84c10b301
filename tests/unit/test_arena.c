/* Memory: arenas, marks, strings that grow, and what all of them do when there is none. */
#include "test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/message.h"
#include "base/rows.h"
#include "base/text.h"

static void test_alloc(void **state)
{
	struct arena a = { 0 };
	unsigned char *p[500];

	(void)state;
	for (size_t i = 0; i < COUNT(p); i++) {
		p[i] = arena_alloc(&a, i + 1, 7);
		assert_non_null(p[i]);
		assert_int_equal((uintptr_t)p[i] % 16, 0);
		for (size_t k = 0; k < (i + 1) * 7; k++)
			assert_int_equal(p[i][k], 0);
		memset(p[i], (int)i | 1, (i + 1) * 7);
	}
	for (size_t i = 0; i < COUNT(p); i++)
		for (size_t k = 0; k < (i + 1) * 7; k++)
			assert_int_equal(p[i][k], (unsigned char)(i | 1));
	assert_non_null(arena_alloc(&a, 0, 8));
	assert_string_equal(arena_strndup(&a, "школа", 4), "шк");
	assert_string_equal(arena_printf(&a, "%s-%d", "п", 7), "п-7");
	assert_non_null(arena_alloc(&a, 1, 9 << 20));
	arena_free(&a);
	assert_int_equal(a.total, 0);
	assert_string_equal(arena_strdup(&a, "again"), "again");
	arena_free(&a);
}

static void test_mark(void **state)
{
	struct arena a = { 0 };
	struct arena_mark empty = arena_mark(&a), m;
	char *kept = arena_strdup(&a, "kept"), *p;
	size_t total;

	(void)state;
	m = arena_mark(&a);
	total = a.total;
	for (int round = 0; round < 50; round++) {
		p = arena_alloc(&a, 1, 100);
		assert_int_equal(p[0], 0);                 /* zeroed again, though used before */
		memset(p, 'x', 100);
		arena_alloc(&a, 1, 100 << 10);
		arena_release(&a, m);
		assert_int_equal(a.total, total);
	}
	assert_string_equal(kept, "kept");
	arena_release(&a, empty);
	assert_int_equal(a.total, 0);
}

static void test_grow(void **state)
{
	struct arena a = { 0 };
	size_t cap = 0;
	int *v = NULL;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		v = arena_grow(&a, v, &cap, (size_t)i + 1, sizeof(*v));
		v[i] = i;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(v[i], i);
	assert_true(cap >= 1000);
	assert_null(arena_grow(&a, v, &cap, SIZE_MAX, sizeof(*v)));
	assert_true(a.oom);
	arena_free(&a);
	assert_false(a.oom);
	assert_null(arena_alloc(&a, SIZE_MAX / 2, 3));
	assert_string_equal(arena_strndup(&a, "x", SIZE_MAX), "");
	assert_true(a.oom);
	arena_free(&a);
}

static void test_buf(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_puts(&b, "");
	assert_string_equal(b.s, "");
	for (int i = 0; i < 1000; i++)
		buf_printf(&b, "%d,", i);
	assert_int_equal(b.n, 3890);
	assert_int_equal(strlen(b.s), b.n);
	buf_clear(&b);
	buf_json(&b, "«да» \"\\/\n\t\x01\x1F\x7F ё");
	assert_string_equal(b.s, "\"«да» \\\"\\\\/\\n\\t\\u0001\\u001f\x7F ё\"");
	buf_clear(&b);
	buf_put(&b, "a\0b", 3);
	buf_putc(&b, 'c');
	assert_memory_equal(b.s, "a\0bc", 5);
	buf_put(&b, "x", SIZE_MAX / 2 + 1);                /* refused before a byte is read */
	assert_true(b.oom);
	buf_puts(&b, "lost");
	assert_int_equal(b.n, 4);
	buf_free(&b);
	assert_false(b.oom);
}

static void test_messages(void **state)
{
	struct messages m = { .limit = 2 };

	(void)state;
	assert_int_equal(fail(&m, NSI_USAGE, "one %d", 1), NSI_USAGE);
	warn(&m, "two");
	message_at(&m, NSI_ERROR, "a.yaml", 3, 5, "rule", "three");
	fail(&m, NSI_DATA, "not kept");
	assert_int_equal(m.n, 3);
	assert_int_equal(m.errors, 3);
	assert_int_equal(m.warnings, 1);
	assert_string_equal(m.v[0].text, "one 1");
	assert_string_equal(m.v[2].file, "a.yaml");
	assert_int_equal(m.v[2].line, 3);
	messages_clear(&m);
	m.lang = LANG_RU;
	fail(&m, NSI_MACHINE, N_("no permission"));
	assert_string_equal(m.v[0].text, "нет прав доступа");
	messages_free(&m);
}

/* ---- no memory: the linker sends malloc and realloc here ---------------------------------------- */

void *__real_malloc(size_t n);
void *__real_realloc(void *p, size_t n);
void *__wrap_malloc(size_t n);
void *__wrap_realloc(void *p, size_t n);

static long left = -1;                             /* calls that still succeed; -1: all */

static bool refuse(void)
{
	return !left || (left > 0 && !left--);
}

void *__wrap_malloc(size_t n)
{
	return refuse() ? NULL : __real_malloc(n);
}

void *__wrap_realloc(void *p, size_t n)
{
	return refuse() ? NULL : __real_realloc(p, n);
}

/* A bit of everything that takes memory. */
static bool all_well(void)
{
	static const struct nsi_column cols[] = { { .key = "a", .title = "A", .type = NSI_T_TEXT }, { .key = "b", .title = "B", .type = NSI_T_INT } };
	struct arena a = { 0 };
	struct messages m = { 0 };
	struct buf b = { 0 };
	struct table t;
	struct nsi_cell *c;
	const struct nsi_rows *view = NULL;
	size_t n;
	bool well;

	for (int i = 0; i < 100; i++)
		buf_printf(&b, "%d %s,", i, text_fold(&a, "Ёлка \u1E9E"));
	text_sort_key(&a, "Семёнова", &n);
	text_skeleton(&a, "И1");
	text_safe(&a, text_nfc(&a, "и\u0306\x01", 5));
	table_begin(&t, &a, LANG_RU, cols, 2);
	for (int i = 0; i < 500 && (c = table_row(&t)); i++)
		c[0] = cell_text(NSI_T_TEXT, arena_printf(&a, "%d", i));
	if (t.rows.ncol)
		view = rows_view(&m, &a, &t.rows, &(struct nsi_output){ .columns = "b,a", .sort = "-a", .limit = 400 });
	rows_view(&m, &a, &(struct nsi_rows){ .cols = cols, .ncol = 2 }, &(struct nsi_output){ .columns = "aa" });
	warn(&m, "%s", "a word");
	well = !a.oom && !b.oom && !m.arena.oom && view && view->nrow == 400 && m.n == 2;
	arena_free(&a);
	messages_free(&m);
	buf_free(&b);
	return well;
}

static void test_no_memory(void **state)
{
	long n;

	(void)state;
	assert_true(all_well());
	for (n = 0; ; n++) {                               /* the first fails, then the second, … and all after */
		bool well;

		left = n;
		well = all_well();
		left = -1;
		if (well)
			break;
		assert_true(n < 1000);
	}
	assert_true(n > 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alloc), cmocka_unit_test(test_mark), cmocka_unit_test(test_grow), cmocka_unit_test(test_buf),
		cmocka_unit_test(test_messages), cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}

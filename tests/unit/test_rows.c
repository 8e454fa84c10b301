/* Rows: tables that grow; columns, order and limit of a view. */
#include "test.h"

#include "base/day.h"
#include "base/rows.h"

static struct arena arena;
static struct messages messages;

static const struct nsi_column columns[] = {
	{ .key = "person", .title = N_("Person"), .type = NSI_T_ID },
	{ .key = "name", .title = "Name", .type = NSI_T_TEXT },
	{ .key = "hours", .title = "Hours", .type = NSI_T_REAL },
	{ .key = "checked_by", .title = NULL, .type = NSI_T_ID, .hidden = true },
	{ .key = "state", .title = "State", .type = NSI_T_MARK },
	{ .key = "person_id", .title = NULL, .type = NSI_T_KEY },
	{ .key = "due", .title = "Due", .type = NSI_T_DAY },
};
enum { PERSON, NAME, HOURS, CHECKED, STATE, ID, DUE, NCOL };

static const struct nsi_legend legend[] = { { "open", "○", "o", "open" }, { "started", "•", ".", "started" }, { "mastered", "+", "+", "mastered" } };

static void add(struct table *t, const char *person, const char *name, double hours, const char *state, int32_t due)
{
	struct nsi_cell *c = table_row(t);

	assert_non_null(c);
	assert_int_equal(c[CHECKED].type, NSI_T_NONE);
	c[PERSON] = cell_text(NSI_T_ID, person);
	c[NAME] = cell_text(NSI_T_TEXT, name);
	c[HOURS] = hours < 0 ? (struct nsi_cell){ 0 } : hours == 10 ? cell_int(10) : cell_real(hours);
	c[STATE] = cell_text(NSI_T_MARK, state);
	c[ID] = cell_int(1);
	c[DUE] = cell_day(due);
}

static const struct nsi_rows *people(void)
{
	static struct table t;

	table_begin(&t, &arena, LANG_EN, columns, NCOL);
	add(&t, "p01", "Иванова Алла", 9, "mastered", 100);
	add(&t, "p02", "Ёлкин", 10, "open", DAY_NONE);
	add(&t, "p03", "Иванов Борис", 1.5, "", -3);
	add(&t, "p04", NULL, -1, "started", 100);
	add(&t, "p05", "Елкин", 9, "open", 7);
	add(&t, "p06", "Жуков", 9, "mastered", 8);
	t.rows.legend = legend;
	t.rows.nlegend = COUNT(legend);
	return &t.rows;
}

/* The people of a view, "p01 p02", and its columns' keys. */
static char *persons(const struct nsi_rows *v, char *to)
{
	*to = '\0';
	for (size_t c = 0; c < v->ncol; c++)
		if (!strcmp(v->cols[c].key, "person"))
			for (size_t i = 0; i < v->nrow; i++)
				sprintf(to + strlen(to), "%s%s", i ? " " : "", v->cells[i * v->ncol + c].s + 1);
	return to;
}

static void test_table(void **state)
{
	struct table t;

	(void)state;
	table_begin(&t, &arena, LANG_EN, columns, NCOL);
	for (int i = 0; i < 1000; i++)
		table_row(&t)[HOURS] = cell_int(i);
	assert_int_equal(t.rows.nrow, 1000);
	for (int i = 0; i < 1000; i++) {
		assert_int_equal(t.rows.cells[(size_t)i * NCOL + HOURS].i, i);
		assert_int_equal(t.rows.cells[(size_t)i * NCOL + NAME].type, NSI_T_NONE);
	}
	assert_int_equal(cell_text(NSI_T_TEXT, NULL).type, NSI_T_NONE);
	assert_int_equal(cell_day(DAY_NONE).type, NSI_T_NONE);
	assert_int_equal(cell_day(-1).i, -1);
	assert_int_equal(cell_flag(true).i, 1);
	table_begin(&t, &arena, LANG_EN, columns, 0);
	assert_non_null(table_row(&t));
}

static void test_sums(void **state)
{
	static const struct nsi_column cols[] = { { .key = "yes", .title = N_("yes"), .type = NSI_T_INT }, { .key = "x", .type = NSI_T_INT } };
	struct nsi_cell *c;
	struct table t;

	(void)state;
	table_begin(&t, &arena, LANG_RU, columns, NCOL);
	c = table_sums(&t, LANG_RU, cols, 2);
	assert_non_null(c);
	c[1] = cell_int(7);
	assert_int_equal(t.rows.nsum, 2);
	assert_string_equal(t.rows.sumcols[0].title, "да");
	assert_null(t.rows.sumcols[1].title);
	assert_int_equal(t.rows.sums[0].type, NSI_T_NONE);
	assert_int_equal(t.rows.sums[1].i, 7);
}

static void test_sort(void **state)
{
	static const struct { const char *sort; int64_t limit; const char *want; } v[] = {
		{ NULL, 0, "01 02 03 04 05 06" }, { NULL, 2, "01 02" }, { NULL, 99, "01 02 03 04 05 06" }, { "", 0, "01 02 03 04 05 06" },
		{ "name", 0, "05 02 06 03 01 04" }, { "-name", 0, "01 03 06 02 05 04" }, { "hours", 0, "03 01 05 06 02 04" },
		{ "-hours", 0, "02 01 05 06 03 04" }, { "-hours,person", 3, "02 01 05" }, { "-hours,-person", 0, "02 06 05 01 03 04" },
		{ "state", 0, "02 05 04 01 06 03" }, { "-state", 0, "01 06 04 02 05 03" }, { "due", 0, "03 05 06 01 04 02" },
		{ "state, -due", 0, "05 02 04 01 06 03" }, { " hours , name ", 1, "03" }, { "checked-by,-person", 0, "06 05 04 03 02 01" },
	};
	char got[80];

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		const struct nsi_rows *view = rows_view(&messages, &arena, people(), &(struct nsi_output){ .sort = v[i].sort, .limit = v[i].limit });

		assert_non_null(view);
		check(!strcmp(persons(view, got), v[i].want), "%s: %s", v[i].sort, got);
	}
	assert_int_equal(messages.n, 0);
}

static void test_columns(void **state)
{
	static const struct { const char *columns, *want; } v[] = {
		{ NULL, "person name hours state due" }, { "", "person name hours state due" }, { "due,person", "due person" },
		{ "checked_by", "checked_by" }, { "checked-by , name", "checked_by name" }, { "name,name", "name name" },
	};
	char got[80];

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		const struct nsi_rows *view = rows_view(&messages, &arena, people(), &(struct nsi_output){ .columns = v[i].columns });

		assert_non_null(view);
		*got = '\0';
		for (size_t c = 0; c < view->ncol; c++)
			sprintf(got + strlen(got), "%s%s", c ? " " : "", view->cols[c].key);
		assert_string_equal(got, v[i].want);
		assert_false(view->cols[0].hidden);
	}
}

static void test_refused(void **state)
{
	static const struct { struct nsi_output o; const char *text; } v[] = {
		{ { .columns = "nmae" }, "there is no column \"nmae\" (did you mean \"name\"?); known are: person name hours checked_by state due" },
		{ { .sort = "zzzzz" }, "there is no column \"zzzzz\"; known are: person name hours checked_by state due" },
		{ { .columns = "person_id" }, "there is no column \"person_id\" (did you mean \"person\"?); known are: person name hours checked_by state due" },
		{ { .columns = "name," }, "there is no column \"\"; known are: person name hours checked_by state due" },
		{ { .columns = "-name" }, "there is no column \"-name\" (did you mean \"name\"?); known are: person name hours checked_by state due" },
		{ { .limit = -1 }, "the limit must not be negative" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		messages_clear(&messages);
		assert_null(rows_view(&messages, &arena, people(), &v[i].o));
		assert_int_equal(messages.n, 1);
		assert_string_equal(messages.v[0].text, v[i].text);
	}
	messages_clear(&messages);
	assert_null(rows_view(&messages, &arena, people(), &(struct nsi_output){ .columns = "a1,b2", .sort = "c3" }));
	assert_int_equal(messages.n, 3);                   /* all of them, not the first */
	messages_clear(&messages);
}

/* Total rows stay below the line that parts them. */
static void test_rules(void **state)
{
	static const size_t rules[] = { 4 };
	struct nsi_rows r = *people();
	const struct nsi_rows *view;
	char got[80];

	(void)state;
	r.rules = rules;
	r.nrule = 1;
	view = rows_view(&messages, &arena, &r, &(struct nsi_output){ .sort = "-person" });
	assert_string_equal(persons(view, got), "04 03 02 01 06 05");
	assert_int_equal(view->nrule, 1);
	view = rows_view(&messages, &arena, &r, &(struct nsi_output){ .limit = 4 });
	assert_int_equal(view->nrule, 0);
	view = rows_view(&messages, &arena, &(struct nsi_rows){ .cols = columns, .ncol = NCOL }, &(struct nsi_output){ .sort = "name", .limit = 3 });
	assert_int_equal(view->nrow, 0);
}

static int done(void **state)
{
	(void)state;
	arena_free(&arena);
	messages_free(&messages);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table), cmocka_unit_test(test_sums), cmocka_unit_test(test_sort), cmocka_unit_test(test_columns), cmocka_unit_test(test_refused),
		cmocka_unit_test(test_rules),
	};

	return cmocka_run_group_tests_name("rows", tests, NULL, done);
}

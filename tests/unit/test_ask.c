/* test_ask.c - questions: their grammar, and that every built-in one is what its comments say. */
#include "database.h"
#include "service/summary.h"
#include "store/ask.h"
#include "store/filter.h"
#include "store/said_table.h"
#include "store/title.h"
#include "test.h"

#define wrong_with(...) check(false, __VA_ARGS__)

static struct arena arena;
static struct question q;

/* ---- grammar -------------------------------------------------------------------------------------- */

static const char good[] =
	"-- People and how far they are.\n"
	"-- :on    day   as it was on this day = today\n"
	"-- :unit!* unit  which units\n"
	"-- :way   word:pair|group-work  how\n"
	"-- :tech  technology\n"
	"-- filter: person_id   unit_id\n"
	"-- empty: nobody is here\n"
	"-- prose; :not a parameter\n"
	"SELECT p.code AS person, -- id Person\n"
	"       x AS \"on\" ,   -- day  (Day of it)\n"
	"       (SELECT count(*) -- int how many\n"
	"          FROM y)\n"
	"         AS title_,    -- title  Title  \n"
	"       z AS late, -- an ordinary comment\n"
	"       z AS m1, -- int [For scripts]\n"
	"       z AS m2, -- int {For people}\n"
	"       z AS w,        -- word:a|b W\n"
	"       m AS who,      -- people Who can\n"
	"       k AS person_id -- key\n"
	"  FROM t WHERE a -- text not this\n";

static void grammar(void **state)
{
	(void)state;
	assert_null(question_read(&q, &arena, "x", good));
	assert_string_equal(q.brief, "People and how far they are.");
	assert_string_equal(q.filters, "person_id   unit_id");
	assert_string_equal(q.empty, "nobody is here");
	assert_int_equal(q.nparam, 4);
	assert_string_equal(q.params[0].key, "on");
	assert_string_equal(q.params[0].help, "as it was on this day");
	assert_string_equal(q.params[0].standard, "today");
	assert_int_equal(q.params[0].type, NSI_T_DAY);
	assert_int_equal(q.params[0].flags, 0);
	assert_string_equal(q.params[1].key, "unit");
	assert_int_equal(q.params[1].flags, NSI_MUST | NSI_OPERAND | NSI_MANY);
	assert_null(q.params[1].standard);
	assert_string_equal(q.params[2].words, "pair group-work");
	assert_string_equal(q.things[3], "technology");
	assert_null(q.params[4].key);

	assert_int_equal(q.ncol, 8);
	assert_string_equal(q.cols[0].key, "person");
	assert_string_equal(q.cols[0].title, "Person");
	assert_int_equal(q.cols[0].hidden, NSI_SHOWN);
	assert_string_equal(q.cols[1].key, "on");
	assert_string_equal(q.cols[1].title, "Day of it");
	assert_int_equal(q.cols[1].hidden, NSI_HIDDEN);
	assert_int_equal(q.cols[1].type, NSI_T_DAY);
	assert_int_equal(q.form[2], FORM_TITLE);
	assert_int_equal(q.cols[3].hidden, NSI_FOR_MACHINES);
	assert_int_equal(q.cols[4].hidden, NSI_FOR_PEOPLE);
	assert_string_equal(q.cols[4].title, "For people");
	assert_int_equal(q.cols[5].type, NSI_T_WORD);
	assert_string_equal(q.cols[5].title, "W");
	assert_int_equal(q.cols[6].type, NSI_T_LIST);
	assert_int_equal(q.form[6], FORM_PEOPLE);
	assert_int_equal(q.cols[7].type, NSI_T_KEY);
	assert_int_equal(q.cols[7].hidden, NSI_HIDDEN);
	assert_null(q.cols[8].key);
}

#define PARAMETER "a parameter needs a name and a type (id, text, int, real, day, since, flag, person, unit, module, org, group, " \
	"quantum, session, year, technology, word:a|b)"

static void what_is_wrong_is_said(void **state)
{
	static const char *const bad[][2] = {
		{ "", "no columns" },
		{ "SELECT 1\n", "no columns" },
		{ "-- A.\nSELECT 1 AS a -- whatever A\n", "no columns" },
		{ "-- A.\nSELECT 1 AS a -- int\n", "a column without a title" },
		{ "-- A.\n-- :on\nSELECT 1 AS a -- int A\n", PARAMETER },
		{ "-- A.\n-- :on date x\nSELECT 1 AS a -- int A\n", PARAMETER },
		{ "-- A.\n-- :on word x\nSELECT 1 AS a -- int A\n", PARAMETER },
		{ "-- A.\n-- : day x\nSELECT 1 AS a -- int A\n", PARAMETER },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_string_equal(question_read(&q, &arena, "x", bad[i][0]), bad[i][1]);
}

static void too_many_of_them(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_puts(&b, "-- A.\n");
	for (int i = 0; i < 16; i++)
		buf_printf(&b, "-- :p%d int x\n", i);
	assert_string_equal(question_read(&q, &arena, "x", b.s), "too many parameters");
	buf_clear(&b);
	buf_puts(&b, "-- A.\n");
	for (int i = 0; i < 40; i++)
		buf_printf(&b, "1 AS c%d, -- int C\n", i);
	assert_string_equal(question_read(&q, &arena, "x", b.s), "too many columns");
	buf_free(&b);
}

static void titles_in_a_language(void **state)
{
	static const struct { enum lang l; const char *given, *want; } cases[] = {
		{ LANG_RU, "Пары", "Пары" },
		{ LANG_RU, "{\"ru\":\"Пары\",\"en\":\"Pairs\"}", "Пары" },
		{ LANG_EN, "{\"ru\":\"Пары\",\"en\":\"Pairs\"}", "Pairs" },
		{ LANG_EN, " {\"en\":1}", " {\"en\":1}" },
		{ LANG_EN, "{\"ru\": \"Пары\" , \"de\":\"Paare\"}", "Пары" },
		{ LANG_EN, "{\"en\":\"a\\\"\\\\\\n\\u0416\\ud83d\\ude00\"}", "a\"\\\nЖ😀" },
		{ LANG_EN, "{curly} text", "{curly} text" },
		{ LANG_EN, "{\"en\":\"open", "{\"en\":\"open" },
		{ LANG_EN, "{\"en\":\"\\ud83d\"}", "{\"en\":\"\\ud83d\"}" },
		{ LANG_EN, "{\"en\":\"\\u0000\"}", "{\"en\":\"\\u0000\"}" },
		{ LANG_EN, "{\"en\":\"a\"} b", "{\"en\":\"a\"} b" },
		{ LANG_EN, "{\"en\":\"\\", "{\"en\":\"\\" },
		{ LANG_EN, "{}", "{}" },
		{ LANG_EN, "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(title_in(&arena, cases[i].l, cases[i].given), cases[i].want);
}

/* ---- filters -------------------------------------------------------------------------------------- */

static const char filtered[] = "-- A.\n-- filter: person_id late day search\nSELECT 1 AS a -- int A\n FROM t;\n";

static enum nsi_status wrap(struct nsi *n, const char *text, const char *const *filters, struct filtered *out)
{
	struct nsi_arg args[8];
	size_t k = 0;

	assert_null(question_read(&q, &arena, "x", text));
	for (; filters[k]; k++)
		args[k] = (struct nsi_arg){ "filter", filters[k] };
	return filter_wrap(n, &q, args, k, out);
}

static void filters_become_conditions(void **state)
{
	static const char *const some[] = { "person:p01", "from:2026-10-01", "+late", "person:p02,p03", "пары", NULL };
	static const char *const none[] = { NULL };
	struct nsi n = { .lang = LANG_EN };
	struct filtered f;

	(void)state;
	assert_int_equal(wrap(&n, filtered, some, &f), NSI_OK);
	assert_int_equal(f.n, 4);
	assert_int_equal(f.v[0].values.n, 2);
	assert_string_equal(f.v[0].values.v[1], "p02,p03");
	assert_string_equal(f.v[3].values.v[0], "пары");
	assert_non_null(strstr(f.text, "SELECT 1 AS a -- int A\n FROM t\n) AS q\n WHERE true  AND (unlikely(q.person_id IN ("));
	assert_non_null(strstr(f.text, "json_each(:value0)"));
	assert_non_null(strstr(f.text, "(q.day >= :value1\n)"));
	assert_non_null(strstr(f.text, "AND (q.late\n)"));
	assert_non_null(strstr(f.text, "nsi_fold(:value3)"));
	assert_null(strstr(f.text, "пары"));                /* what was typed is never part of the text */
	assert_int_equal(wrap(&n, filtered, none, &f), NSI_OK);
	assert_ptr_equal(f.text, q.text);
	arena_free(&n.scratch);
}

static void a_question_may_say_where(void **state)
{
	static const char *const one[] = { "+late", NULL };
	struct nsi n = { .lang = LANG_EN };
	struct filtered f;

	(void)state;
	assert_int_equal(wrap(&n, "-- A.\n-- filter: late\nSELECT 1 AS a -- int A\n FROM t q WHERE true /* filters */ GROUP BY a\n",
	                      one, &f), NSI_OK);
	assert_non_null(strstr(f.text, "FROM t q WHERE true  AND (q.late\n) GROUP BY a\n"));
	assert_null(strstr(f.text, "SELECT * FROM"));
	arena_free(&n.scratch);
}

/* Conditions on columns that are known further inside stand there a first time. */
static void a_question_may_say_where_first(void **state)
{
	static const char *const two[] = { "person:p01", "+late", NULL };
	struct nsi n = { .lang = LANG_EN };
	struct filtered f;
	const char *first, *second;

	(void)state;
	assert_int_equal(wrap(&n, "-- A.\n-- filter: person_id late\nSELECT 1 AS a -- int A\n FROM (SELECT * FROM t q WHERE true"
	                          " /* filters: org_id person_id */ ORDER BY b) q WHERE true /* filters */\n", two, &f), NSI_OK);
	first = strstr(f.text, "WHERE true  AND (unlikely(q.person_id IN (");
	assert_non_null(first);
	assert_non_null(strstr(first, ") ORDER BY b) q WHERE true"));
	second = strstr(first + 1, "WHERE true  AND (unlikely(q.person_id IN (");
	assert_non_null(second);
	assert_non_null(strstr(second, ") AND (q.late"));
	assert_null(strstr(strstr(second, "q.late") + 1, "q.late"));
	assert_true(strstr(first, "q.late") > second);
	arena_free(&n.scratch);
}

static void filters_that_do_not_fit(void **state)
{
	static const char *const bad[] = { "unit:x", "+person", "late:1", "+", "nonsense:x", "tech:kso" };
	struct nsi n = { .lang = LANG_EN };
	struct filtered f;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		const char *const one[] = { bad[i], NULL };

		assert_int_equal(wrap(&n, filtered, one, &f), NSI_USAGE);
		assert_int_equal(n.messages.n, i + 1);
		assert_non_null(strstr(n.messages.v[i].text, "it knows from:… group:… +late org:… person:… WORD to:…"));
	}
	assert_int_equal(wrap(&n, "-- A.\nSELECT 1 AS a -- int A\n", (const char *const[]){ "person:p01", NULL }, &f), NSI_USAGE);
	assert_non_null(strstr(n.messages.v[COUNT(bad)].text, "takes no filters"));
	assert_int_equal(wrap(&n, filtered, (const char *const[]){ "person:", NULL }, &f), NSI_USAGE);
	assert_int_equal(wrap(&n, filtered, (const char *const[]){ "", NULL }, &f), NSI_USAGE);
	assert_non_null(strstr(n.messages.v[COUNT(bad) + 1].text, "behind the colon"));
	messages_free(&n.messages);
	arena_free(&n.scratch);
}

/* ---- the built-in ones ------------------------------------------------------------------------------ */

/* A question, be it one of its own or an indicator of a summary that is not another question's. */
static bool asks(const struct sql_file *f)
{
	return !strcmp(f->kind, "ask") || (!strcmp(f->kind, "sum") && !strstr(f->text, "\n-- question:"));
}

static sqlite3_stmt *prepared(sqlite3 *db, const char *name, const char *text)
{
	sqlite3_stmt *s;

	if (sqlite3_prepare_v2(db, text, -1, &s, NULL) != SQLITE_OK)
		wrong_with("%s: %s", name, sqlite3_errmsg(db));
	return s;
}

static void columns_are_what_the_comments_say(void **state)
{
	sqlite3 *db = database();

	(void)state;
	for (const struct sql_file *f = sql_files; f->kind; f++) {
		const char *wrong;
		sqlite3_stmt *s;

		if (!asks(f))
			continue;
		wrong = question_read(&q, &arena, f->name, f->text);
		if (wrong)
			wrong_with("%s: %s", f->name, wrong);
		s = prepared(db, f->name, f->text);
		if ((size_t)sqlite3_column_count(s) != q.ncol)
			wrong_with("%s: %d columns, comments for %zu", f->name, sqlite3_column_count(s), q.ncol);
		for (size_t i = 0; i < q.ncol; i++)
			if (strcmp(sqlite3_column_name(s, (int)i), q.cols[i].key))
				wrong_with("%s: column %zu is %s, not %s", f->name, i, sqlite3_column_name(s, (int)i), q.cols[i].key);
		for (size_t i = 0; i < q.nparam; i++)
			if (q.params[i].type != NSI_T_YEAR && !sqlite3_bind_parameter_index(s, arena_printf(&arena, ":%s", q.params[i].key)))
				wrong_with("%s: the statement does not use :%s", f->name, q.params[i].key);
		sqlite3_finalize(s);
	}
	sqlite3_close(db);
}

/* Every parameter is one that the question declares or that every statement gets. */
static void parameters_are_declared(void **state)
{
	static const char common[] = " :today :org :programme :rest :lang :unclosed ";
	sqlite3 *db = database();

	(void)state;
	for (const struct sql_file *f = sql_files; f->kind; f++) {
		sqlite3_stmt *s;

		if (!asks(f))
			continue;
		question_read(&q, &arena, f->name, f->text);
		s = prepared(db, f->name, f->text);
		for (int i = 1; i <= sqlite3_bind_parameter_count(s); i++) {
			const char *name = sqlite3_bind_parameter_name(s, i);
			bool known = strstr(common, arena_printf(&arena, " %s ", name)) != NULL;

			for (size_t k = 0; k < q.nparam; k++)
				known |= !strcmp(name + 1, q.params[k].key) ||
				         (q.params[k].type == NSI_T_UNIT && !strcmp(name + 1, arena_printf(&arena, "%s_part", q.params[k].key)));
			if (!known)
				wrong_with("%s: %s is declared nowhere", f->name, name);
		}
		sqlite3_finalize(s);
	}
	sqlite3_close(db);
}

/* Is TABLE one that grows with what people say? */
static bool grows(const char *table)
{
	static const char *const kept[] = { "entry", "act", "code", "item" };

	for (size_t i = 0; i < COUNT(kept); i++)
		if (!strcmp(kept[i], table))
			return true;
	for (const struct derived *d = facts; d->name; d++)
		if (!strcmp(d->name, table))
			return strcmp(table, "year_word") && strcmp(table, "edition_word");   /* a few rows a year */
	return false;
}

/* Does TEXT say "-- scans: … TABLE …"? */
static bool said_to_scan(const char *text, const char *table)
{
	const char *line = strstr(text, "-- scans:"), *at = line ? strstr(line, arena_printf(&arena, " %s ", table)) : NULL;

	return at && at < line + strcspn(line, "\n");
}

/* The table whose b-tree begins at page ROOT. */
static const char *table_at(sqlite3 *db, int root)
{
	sqlite3_stmt *s = prepared(db, "schema", "SELECT tbl_name FROM sqlite_schema WHERE rootpage = ?");
	const char *name = "";

	sqlite3_bind_int(s, 1, root);
	if (sqlite3_step(s) == SQLITE_ROW)
		name = arena_strdup(&arena, (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return name;
}

/* No table that grows is read from end to end, by the statement's own program: a cursor that is
 * opened on such a table (or an index of it) and then rewound. SAYS: the text with its "scans:". */
static void no_scan(sqlite3 *db, const char *name, const char *says, const char *text)
{
	sqlite3_stmt *s = prepared(db, name, arena_printf(&arena, "EXPLAIN %s", text));
	const char *tables[256] = { NULL };

	while (sqlite3_step(s) == SQLITE_ROW) {
		const char *op = (const char *)sqlite3_column_text(s, 1);
		int cursor = sqlite3_column_int(s, 2);

		if (cursor < 0 || cursor >= (int)COUNT(tables))
			continue;
		if (!strcmp(op, "OpenRead"))
			tables[cursor] = table_at(db, sqlite3_column_int(s, 3));
		else if ((!strcmp(op, "Rewind") || !strcmp(op, "Last")) && tables[cursor] && grows(tables[cursor]) &&
		         !said_to_scan(says, tables[cursor]))
			wrong_with("%s reads all of %s", name, tables[cursor]);
	}
	sqlite3_finalize(s);
}

static void nothing_that_grows_is_scanned(void **state)
{
	sqlite3 *db = database();

	(void)state;
	for (const struct sql_file *f = sql_files; f->kind; f++)
		if (asks(f))
			no_scan(db, f->name, f->text, f->text);
	sqlite3_close(db);
}

/* The statements of the store too: what it uses, its rules, what keeps the facts. */
static void no_statement_scans(void **state)
{
	static const char *const kinds = " use refuse ";
	sqlite3 *db = database();
	struct nsi n = { .db = db };

	(void)state;
	assert_int_equal(said_table_add(db, &n), SQLITE_OK);
	for (const struct sql_file *f = sql_files; f->kind; f++)
		if (strstr(kinds, arena_printf(&arena, " %s ", f->kind)))
			no_scan(db, arena_printf(&arena, "%s/%s", f->kind, f->name), f->text, f->text);
	for (const struct derived *d = facts; d->name; d++) {
		no_scan(db, arena_printf(&arena, "adding to %s", d->name), "", d->add);
		no_scan(db, arena_printf(&arena, "removing from %s", d->name), "", d->remove);
	}
	for (const struct derived *d = defines; d->name; d++)
		no_scan(db, arena_printf(&arena, "filling %s", d->name), "", d->add);
	sqlite3_close(db);
}

/* Each filter with each question that declares its column: it prepares, and adds no scan. */
static void every_filter_fits_its_questions(void **state)
{
	sqlite3 *db = database();
	size_t fitting = 0;

	(void)state;
	for (const struct sql_file *w = sql_files; w->kind; w++) {
		struct question condition;

		if (strcmp(w->kind, "filter"))
			continue;
		question_read(&condition, &arena, w->name, w->text);
		assert_true(condition.nparam <= 1 && *condition.brief && *condition.filters);
		if (condition.nparam)
			assert_string_equal(condition.params[0].key, "value");
		for (const struct sql_file *f = sql_files; f->kind; f++) {
			struct nsi n = { .lang = LANG_EN };
			struct filtered out;
			char word[40];

			if (strcmp(f->kind, "ask") || question_read(&q, &arena, f->name, f->text) ||
			    !strstr(arena_printf(&arena, " %s ", q.filters), arena_printf(&arena, " %s ", condition.filters)))
				continue;
			if (!strcmp(w->name, "search"))
				strcpy(word, "x");
			else
				snprintf(word, sizeof(word), condition.nparam ? "%.*s:x" : "+%.*s", (int)strcspn(w->name, "_"), w->name);
			if (filter_wrap(&n, &q, &(struct nsi_arg){ "filter", word }, 1, &out))
				wrong_with("%s %s: %s", f->name, word, n.messages.v[0].text);
			no_scan(db, f->name, f->text, out.text);
			fitting++;
			messages_free(&n.messages);
			arena_free(&n.scratch);
		}
	}
	assert_true(fitting > 20);
	sqlite3_close(db);
}

static void every_column_of_a_filter_line_is_used(void **state)
{
	(void)state;
	for (const struct sql_file *f = sql_files; f->kind; f++) {
		const char *p;

		if (!asks(f))
			continue;
		question_read(&q, &arena, f->name, f->text);
		for (p = q.filters + strspn(q.filters, " "); *p; p += strcspn(p, " "), p += strspn(p, " ")) {
			const char *column = arena_strndup(&arena, p, strcspn(p, " "));
			bool known = false;

			for (const struct sql_file *w = sql_files; w->kind; w++) {
				struct question c;

				if (strcmp(w->kind, "filter"))
					continue;
				question_read(&c, &arena, w->name, w->text);
				known |= !strcmp(c.filters, column);
			}
			if (!known)
				wrong_with("%s: no filter reads %s", f->name, column);
		}
	}
}

static const struct sql_file *built_in(const char *kind, const char *name)
{
	for (const struct sql_file *f = sql_files; f->kind; f++)
		if (!strcmp(f->kind, kind) && !strcmp(f->name + (strcmp(kind, "sum") ? 0 : 3), name))
			return f;
	return NULL;
}

/* Each stands in a section, what it names is there, and no two have the same key. */
static void indicators_are_what_their_comments_say(void **state)
{
	static struct indicator i;
	struct nsi n = { .lang = LANG_EN };
	size_t count = 0;

	(void)state;
	for (; indicator_at(&n, count, &i); count++) {
		bool part = !i.part;

		if (!i.section || !*i.q.brief || (i.of && strcmp(i.of, "rows") && strcmp(i.of, "part")) || (i.of && i.whole))
			wrong_with("%s: its comments", i.key);
		if ((i.asks && !built_in("ask", i.asks)) || (i.whole && !built_in("sum", i.whole)) || !built_in("sum", i.key))
			wrong_with("%s: what it names is not there", i.key);
		for (size_t k = 0; k < i.q.ncol; k++)
			part |= i.part && !strcmp(i.q.cols[k].key, i.part);
		if (!part || (i.of && !strcmp(i.of, "part") && !i.part))
			wrong_with("%s: it has no such part", i.key);
	}
	assert_true(count > 25);
	arena_free(&n.scratch);
}

static int end(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* A handle has room for the statements of so many facts. */
static void there_is_room_for_every_fact(void **state)
{
	size_t count = 0;

	(void)state;
	for (const struct derived *d = facts; d->name; d++)
		count++;
	assert_true(count <= COUNT(((struct nsi *)0)->fact_stmts[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(grammar),
		cmocka_unit_test(what_is_wrong_is_said),
		cmocka_unit_test(too_many_of_them),
		cmocka_unit_test(titles_in_a_language),
		cmocka_unit_test(filters_become_conditions),
		cmocka_unit_test(a_question_may_say_where), cmocka_unit_test(a_question_may_say_where_first),
		cmocka_unit_test(filters_that_do_not_fit),
		cmocka_unit_test(columns_are_what_the_comments_say),
		cmocka_unit_test(parameters_are_declared),
		cmocka_unit_test(nothing_that_grows_is_scanned),
		cmocka_unit_test(no_statement_scans),
		cmocka_unit_test(every_filter_fits_its_questions),
		cmocka_unit_test(every_column_of_a_filter_line_is_used),
		cmocka_unit_test(indicators_are_what_their_comments_say), cmocka_unit_test(there_is_room_for_every_fact),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}

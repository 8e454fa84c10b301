/* test_large.c - single commands read what they need: in a school ten times as large SQLite takes the same steps.
 * Time is measured by make bench; steps are the same on every machine. */
#include "store.h"

#include "store/tally.h"

#include "../bench/data.c"

enum { SMALL = 521, LARGE = 5201 };           /* nsi status looks at 500 programmes */

void bench_die(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	vprint_error(format, ap);
	va_end(ap);
	exit(1);
}

static int64_t steps;

static int count(unsigned what, void *x, void *stmt, void *ns)
{
	(void)what, (void)x, (void)ns;
	steps += sqlite3_stmt_status(stmt, SQLITE_STMTSTATUS_VM_STEP, 1);
	return 0;
}

static const struct nsi_rows *rows;

static enum nsi_status ask(struct nsi *n, const char *name, const char *key, const char *value)
{
	return nsi_ask(n, name, &(struct nsi_arg){ key, value }, 1, &rows);
}

static enum nsi_status next_of(struct nsi *n) { return ask(n, "iop_next", "person", "p000077"); }
static enum nsi_status show_of(struct nsi *n) { return ask(n, "iop_show", "person", "p000077"); }
static enum nsi_status who_of(struct nsi *n) { return ask(n, "iop_who", "unit", "u11"); }
static enum nsi_status list_of(struct nsi *n) { return ask(n, "iop_list", "filter", "person:p000077"); }
static enum nsi_status people_of(struct nsi *n) { return ask(n, "people", "filter", "person:p000077"); }
static enum nsi_status status_of(struct nsi *n) { return nsi_ask(n, "status", NULL, 0, &rows); }
static enum nsi_status risk_of(struct nsi *n) { return ask(n, "iop_risk", "filter", "person:p000077"); }
static enum nsi_status untaught_of(struct nsi *n) { return nsi_ask(n, "iop_untaught", NULL, 0, &rows); }
static enum nsi_status log_of(struct nsi *n) { return ask(n, "log", "limit", "20"); }
static enum nsi_status why_of(struct nsi *n) { return nsi_iop_why(n, "p000000", "p000077", "u10", &rows); }
static enum nsi_status undo_of(struct nsi *n) { return nsi_undo(n, (struct nsi_list){ 0 }, true, NULL, 0, &rows); }
static enum nsi_status redo_of(struct nsi *n) { return nsi_redo(n, NULL, 0, &rows); }

static enum nsi_status mark_of(struct nsi *n)
{
	const struct nsi_arg args[] = {
		{ "person", "p000077" }, { "unit", "u10" }, { "state", "mastered" }, { "on", "2027-05-20" },
		{ "with", "p000000" }, { "checked_by", "p000000" },
	};

	return nsi_say(n, "mark", args, COUNT(args), 0, &rows);
}

static enum nsi_status propose_of(struct nsi *n)
{
	return nsi_say(n, "propose", &(struct nsi_arg){ "person", "person:p000077" }, 1, NSI_DRY, &rows);
}

static enum nsi_status board_of(struct nsi *n)
{
	const char *group = "g";

	return nsi_report_board(n, &(struct nsi_board){ .groups = { 1, &group } }, &rows);
}

static enum nsi_status plan_of(struct nsi *n)
{
	const char *who = "p000077";

	return nsi_iop_plan(n, &(struct nsi_plan){ .persons = { 1, &who } }, NSI_DRY, &rows);
}

static const struct { const char *name; enum nsi_status (*call)(struct nsi *n); } calls[] = {
	{ "iop next", next_of }, { "iop show", show_of }, { "iop who", who_of }, { "iop list person:", list_of },
	{ "people person:", people_of }, { "iop why", why_of }, { "status", status_of }, { "iop risk person:", risk_of }, { "iop untaught", untaught_of }, { "log", log_of }, { "iop mark", mark_of }, { "iop mark again", mark_of },
	{ "undo", undo_of }, { "redo", redo_of }, { "iop propose person:", propose_of }, { "iop plan", plan_of },
	{ "report board --group", board_of },
};

/* The rows at the foot of a board count everybody: once in a large school, and then what is said of few is put in. */
static void counted_once(struct nsi *n, int people)
{
	const struct nsi_arg join[] = { { "person", "p000077" }, { "group", "g" }, { "on", "2026-09-01" } };
	int64_t off = -1;

	school_done(n, nsi_say(n, "member", join, COUNT(join), 0, &rows));
	school_done(n, board_of(n));
	assert_int_equal(rows->nrow, 3);
	check((people >= 2000) == (school_number(n, "SELECT count(*) FROM tally WHERE unit = 0") == 1), "a school of %d", people);
	assert_int_equal(db_begin(n), 0);
	assert_int_equal(tally_keep(n), 0);
	school_done(n, db_commit(n));
	assert_int_equal(tally_compare(n, &off), 0);
	assert_int_equal(off, 0);
}

/* Steps of each call in a school of so many people. */
static void measure(int people, int64_t out[COUNT(calls)])
{
	struct school school = { 0 };
	int64_t off = -1;
	char path[400];
	struct nsi *n;

	assert_int_equal(folder_make(NULL), 0);
	n = school_make(folder, people, UNITS);
	school_done(n, nsi_say_file(n, "mark", marks_file(folder, people, SORTED, path), NULL, 0, 0, &rows));
	nsi_close(n);
	n = school_open(folder, &school);
	counted_once(n, people);
	nsi_close(n);
	n = school_open(folder, &school);              /* whose statements have no steps behind them */
	sqlite3_trace_v2(n->db, SQLITE_TRACE_PROFILE, count, NULL);
	for (size_t i = 0; i < COUNT(calls); i++) {
		enum nsi_status status;

		steps = 0;
		status = calls[i].call(n);
		if (status)
			tell(n);
		check(!status, "%s: status %d", calls[i].name, status);
		out[i] = steps;
	}
	check(!tally_compare(n, &off) && !off, "%lld differences of the tally are off", (long long)off);
	check(school_number(n, "SELECT n FROM tally WHERE unit = 0") == people + 1, "the tally is kept");
	nsi_close(n);
	assert_int_equal(folder_drop(NULL), 0);
}

static void a_larger_school_takes_no_more_steps(void **state)
{
	int64_t few[COUNT(calls)], many[COUNT(calls)];

	(void)state;
	measure(SMALL, few);
	measure(LARGE, many);
	for (size_t i = 0; i < COUNT(calls); i++)
		check(few[i] > 20 && many[i] < few[i] * 3 / 2 + 500, "%s: %lld steps, %lld in a school of ten times as many",
		      calls[i].name, (long long)few[i], (long long)many[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_larger_school_takes_no_more_steps) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}

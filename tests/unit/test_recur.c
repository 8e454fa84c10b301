/* test_recur.c - rules of repetition and the days they give; the example's two years day by day. */
#include "base/buf.h"
#include "base/day.h"
#include "plan/recur.h"
#include "test.h"

static int32_t day(const char *iso)
{
	int32_t d = day_read_iso(iso, strlen(iso));

	check(d != DAY_NONE, "%s is no day", iso);
	return d;
}

/* "2026-11-04 2026-12-30..2027-01-10" */
static size_t spans(const char *s, struct span_days *v)
{
	size_t n = 0;

	for (; *s; s += *s == ' ') {
		v[n].from = v[n].to = day_read_iso(s, 10);
		if (s[10] == '.')
			v[n].to = day_read_iso(s += 12, 10);
		s += 10;
		n++;
	}
	return n;
}

struct school { const char *from, *to, *off; int week; };
static const struct school schools[] = {
	{ "2026-08-24", "2027-06-30", "2026-11-04 2026-12-30..2027-01-10 2027-02-23 2027-03-08 2027-05-01..2027-05-03"
	  " 2027-05-08..2027-05-10 2027-06-12..2027-06-14", 5 },
	{ "2027-08-25", "2028-06-30", "2027-11-04 2027-12-30..2028-01-09 2028-02-23 2028-03-08 2028-04-29..2028-05-01"
	  " 2028-05-09 2028-06-12", 5 },
	{ "2026-09-01", "2026-11-14", "2026-11-04", 6 },                  /* another school, Saturdays too */
	{ "2026-09-01", "2026-11-14", "2026-10-26..2026-11-01", 5 },      /* and one that rests in October */
};

static struct workdays working(const struct school *s, struct span_days off[16])
{
	return (struct workdays){ s->week, off, spans(s->off, off), NULL, 0 };
}

/* By hand, with a wall calendar. */
static const struct { int school; const char *month, *days; } wall[] = {
	{ 0, "2026-08", "24-28 31" },                      { 0, "2026-09", "1-4 7-11 14-18 21-25 28-30" },
	{ 0, "2026-10", "1-2 5-9 12-16 19-23 26-30" },     { 0, "2026-11", "2-3 5-6 9-13 16-20 23-27 30" },
	{ 0, "2026-12", "1-4 7-11 14-18 21-25 28-29" },    { 0, "2027-01", "11-15 18-22 25-29" },
	{ 0, "2027-02", "1-5 8-12 15-19 22 24-26" },       { 0, "2027-03", "1-5 9-12 15-19 22-26 29-31" },
	{ 0, "2027-04", "1-2 5-9 12-16 19-23 26-30" },     { 0, "2027-05", "4-7 11-14 17-21 24-28 31" },
	{ 0, "2027-06", "1-4 7-11 15-18 21-25 28-30" },
	{ 1, "2027-08", "25-27 30-31" },                   { 1, "2027-09", "1-3 6-10 13-17 20-24 27-30" },
	{ 1, "2027-10", "1 4-8 11-15 18-22 25-29" },       { 1, "2027-11", "1-3 5 8-12 15-19 22-26 29-30" },
	{ 1, "2027-12", "1-3 6-10 13-17 20-24 27-29" },    { 1, "2028-01", "10-14 17-21 24-28 31" },
	{ 1, "2028-02", "1-4 7-11 14-18 21-22 24-25 28-29" }, { 1, "2028-03", "1-3 6-7 9-10 13-17 20-24 27-31" },
	{ 1, "2028-04", "3-7 10-14 17-21 24-28" },         { 1, "2028-05", "2-5 8 10-12 15-19 22-26 29-31" },
	{ 1, "2028-06", "1-2 5-9 13-16 19-23 26-30" },
	{ 2, "2026-09", "1-5 7-12 14-19 21-26 28-30" },    { 2, "2026-10", "1-3 5-10 12-17 19-24 26-31" },
	{ 2, "2026-11", "2-3 5-7 9-14" },
	{ 3, "2026-10", "1-2 5-9 12-16 19-23" },           { 3, "2026-11", "2-6 9-13" },
};

static void every_working_day(void **state)
{
	struct span_days off[16];

	(void)state;
	for (size_t i = 0; i < COUNT(wall); i++) {
		const struct school *s = &schools[wall[i].school];
		struct workdays w = working(s, off);
		struct buf b = { 0 };
		int32_t since = day(s->from), until = day(s->to), run = 0;
		int year = atoi(wall[i].month), month = atoi(wall[i].month + 5);

		for (int d = 1; d <= 32; d++) {
			int32_t at = day_of(year, month, d);
			bool works = at != DAY_NONE && at >= since && at <= until && workday(&w, at);

			if (works)
				run++;
			else if (run)
				buf_printf(&b, run > 1 ? "%s%d-%d" : "%s%d", b.n ? " " : "", d - run, d - 1), run = 0;
		}
		check(!strcmp(b.s, wall[i].days), "%s: %s", wall[i].month, b.s);
		buf_free(&b);
	}
}

/* ---- the days of a rule ------------------------------------------------------------------------------- */

static const struct { int school; bool shift; const char *rule, *from, *to, *want; } cases[] = {
	/* each second Tuesday: over the pupils' break it goes on, over the holidays it keeps its step */
	{ 0, false, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-09-22", "2026-12-22",
	  "09-22 10-06 10-20 11-03 11-17 12-01 12-15" },
	{ 0, false, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-12-08", "2027-03-02", "12-08 12-22 01-19 02-02 02-16 03-02" },
	{ 0, true,  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-12-08", "2027-03-02", "12-08 12-22 01-11 01-19 02-02 02-16 03-02" },
	{ 0, false, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2027-02-09", "2027-03-10", "02-09 03-09" },
	{ 0, true,  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2027-02-09", "2027-03-10", "02-09 02-24 03-09" },
	/* the second Monday; in March 8.03., in May 10.05. are off */
	{ 0, true,  "FREQ=MONTHLY;BYDAY=2MO", "2026-09-14", "2027-05-31",
	  "09-14 10-12 11-09 12-14 01-11 02-08 03-09 04-12 05-11" },
	{ 0, false, "FREQ=MONTHLY;BYDAY=2MO", "2026-09-14", "2027-05-31", "09-14 10-12 11-09 12-14 01-11 02-08 04-12" },
	/* a day that is shifted past the next one, and both into one */
	{ 0, true,  "FREQ=WEEKLY;BYDAY=WE", "2026-12-23", "2027-01-13", "12-23 01-11 01-13" },
	{ 0, true,  "FREQ=WEEKLY;BYDAY=SA,SU,MO", "2026-09-12", "2026-09-15", "09-14" },
	/* the week goes with the first day, and begins on Monday */
	{ 0, false, "FREQ=WEEKLY", "2026-09-03", "2026-09-20", "09-03 09-10 09-17" },
	{ 0, false, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2026-09-04", "2026-10-02", "09-04 09-14 09-18 09-28 10-02" },
	{ 0, false, "BYDAY=FR,TU;FREQ=WEEKLY", "2026-09-02", "2026-09-11", "09-04 09-08 09-11" },
	{ 0, false, "FREQ=WEEKLY;BYDAY=TU;WKST=MO;COUNT=3", "2026-10-27", "2026-12-31", "10-27 11-03 11-10" },
	{ 0, false, "FREQ=WEEKLY;BYDAY=WE;COUNT=3", "2026-10-28", "2026-12-31", "10-28 11-11" },   /* 4.11. counts */
	{ 0, false, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261110", "2026-10-27", "2026-12-31", "10-27 11-03 11-10" },
	{ 0, false, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261109T205959Z", "2026-10-27", "2026-12-31", "10-27 11-03" },
	{ 2, false, "FREQ=WEEKLY;BYDAY=SA", "2026-10-24", "2026-11-08", "10-24 10-31 11-07" },
	{ 3, false, "FREQ=WEEKLY;BYDAY=SA", "2026-10-24", "2026-11-08", "" },
	{ 3, false, "FREQ=WEEKLY;BYDAY=TU", "2026-10-20", "2026-11-10", "10-20 11-03 11-10" },
	{ 2, false, "FREQ=WEEKLY;BYDAY=TU", "2026-10-20", "2026-11-10", "10-20 10-27 11-03 11-10" },
	/* months */
	{ 0, false, "FREQ=MONTHLY", "2026-09-15", "2026-12-31", "09-15 10-15 12-15" },             /* 15.11. is a Sunday */
	{ 0, true,  "FREQ=MONTHLY", "2026-09-15", "2026-12-31", "09-15 10-15 11-16 12-15" },
	{ 0, false, "FREQ=MONTHLY;BYMONTHDAY=31", "2026-08-31", "2027-06-30", "08-31 03-31 05-31" },
	{ 0, true,  "FREQ=MONTHLY;BYMONTHDAY=-1", "2027-01-01", "2027-03-31", "02-01 03-01 03-31" },
	{ 0, false, "FREQ=MONTHLY;BYDAY=-1FR", "2027-01-01", "2027-04-30", "01-29 02-26 03-26 04-30" },
	{ 0, false, "FREQ=MONTHLY;BYDAY=5TU", "2026-09-01", "2026-12-31", "09-29 12-29" },
	{ 0, false, "FREQ=MONTHLY;BYDAY=1TU,3TH", "2026-10-01", "2026-11-30", "10-06 10-15 11-03 11-19" },
	{ 0, false, "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "2026-09-07", "2027-06-30", "09-07 12-07 03-01 06-07" },
	{ 0, false, "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=5,6,7,8,9", "2026-09-01", "2026-10-31", "09-07 10-05" },
	{ 0, false, "FREQ=MONTHLY;BYDAY=TU", "2026-09-22", "2026-10-10", "09-22 09-29 10-06" },
	/* once: it stands where it was put, but for one that is to be shifted */
	{ 0, false, NULL, "2026-11-04", "2026-11-04", "11-04" },
	{ 0, true,  NULL, "2026-11-04", "2026-11-04", "11-05" },
	{ 0, true,  NULL, "2026-12-30", "2027-01-15", "01-11" },
	{ 0, false, NULL, "2027-03-01", "2027-03-05", "03-01" },
};

static void put_days(struct buf *b, const int32_t *v, size_t n)
{
	char iso[11];

	buf_puts(b, "");
	for (size_t i = 0; i < n; i++)
		buf_printf(b, "%s%s", i ? " " : "", day_iso(iso, v[i]) + 5);
}

static void days_of_a_rule(void **state)
{
	struct span_days off[16];
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct workdays w = working(&schools[cases[i].school], off);
		struct repeat rule;
		const char *part;
		struct buf b = { 0 };
		size_t n;
		struct recur r = { cases[i].rule ? &rule : NULL, day(cases[i].from), day(cases[i].to), DAY_MIN, DAY_MAX, cases[i].shift };
		int32_t *v;

		check(!cases[i].rule || repeat_read(cases[i].rule, &rule, &part, &n) == REPEAT_OK, "%s", cases[i].rule);
		v = recur_days(&a, &r, &w, &n);
		put_days(&b, v, n);
		check(!strcmp(b.s, cases[i].want), "%zu %s: %s", i, cases[i].rule ? cases[i].rule : "once", b.s);
		buf_free(&b);
	}
	arena_free(&a);
}

static void only_a_window(void **state)
{
	struct span_days off[16];
	struct workdays w = working(&schools[0], off);
	struct arena a = { 0 };
	struct repeat rule;
	const char *part;
	size_t n;
	struct recur r = { &rule, day("2026-09-01"), day("2027-06-30"), day("2026-10-01"), day("2026-10-31"), false };
	int32_t *v;

	(void)state;
	assert_int_equal(repeat_read("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", &rule, &part, &n), REPEAT_OK);
	v = recur_days(&a, &r, &w, &n);
	assert_int_equal(n, 1);
	assert_int_equal(v[0], day("2026-10-13"));             /* 1.9., 22.9., 13.10., 3.11. */
	rule.count = 3;
	assert_int_equal(recur_days(&a, &r, &w, &n)[0], day("2026-10-13"));
	rule.count = 2;                                        /* counted from the first day, not from the window */
	assert_null(recur_days(&a, &r, &w, &n));
	assert_int_equal(n, 0);
	r.to = DAY_MIN - 1;
	assert_null(recur_days(&a, &r, &w, &n));
	r.to = INT32_MAX;
	assert_null(recur_days(&a, &r, &w, &n));
	arena_free(&a);
}

/* ---- what is no rule ------------------------------------------------------------------------------------ */

static const struct { const char *rule; enum repeat_fault fault; const char *part; } faults[] = {
	{ "каждый вторник", REPEAT_BAD, "каждый вторник" },
	{ "", REPEAT_BAD, "" },
	{ "FREQ=WEEKLY;", REPEAT_BAD, "" },
	{ "FREQ=WEEKLY;BYDAY", REPEAT_BAD, "BYDAY" },
	{ "FREQ=WEEKLY;BYDAY=", REPEAT_BAD, "BYDAY=" },
	{ "FREQ=WEEKLY;BYDAY=2TU", REPEAT_BAD, "BYDAY=2TU" },
	{ "FREQ=WEEKLY;BYMONTHDAY=1", REPEAT_BAD, "BYMONTHDAY=1" },
	{ "FREQ=MONTHLY;BYDAY=6TU", REPEAT_BAD, "BYDAY=6TU" },
	{ "FREQ=MONTHLY;BYDAY=0TU", REPEAT_BAD, "BYDAY=0TU" },
	{ "FREQ=MONTHLY;BYMONTHDAY=0", REPEAT_BAD, "BYMONTHDAY=0" },
	{ "FREQ=WEEKLY;FREQ=MONTHLY", REPEAT_BAD, "FREQ=MONTHLY" },
	{ "FREQ=WEEKLY;COUNT=3;UNTIL=20261231", REPEAT_BAD, "UNTIL=20261231" },
	{ "FREQ=WEEKLY;UNTIL=20261331", REPEAT_BAD, "UNTIL=20261331" },
	{ "FREQ=WEEKLY;INTERVAL=1000", REPEAT_BAD, "INTERVAL=1000" },
	{ "FREQ=WEEKLY;INTERVAL=99999999999999999999", REPEAT_BAD, "INTERVAL=99999999999999999999" },
	{ "FREQ=WEEKLY;X=1", REPEAT_BAD, "X=1" },
	{ "FREQ=DAILY", REPEAT_LATER, "FREQ=DAILY" },
	{ "FREQ=YEARLY;BYMONTH=9", REPEAT_LATER, "FREQ=YEARLY" },
	{ "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", REPEAT_LATER, "BYSETPOS=1" },
	{ "FREQ=WEEKLY;WKST=SU", REPEAT_LATER, "WKST=SU" },
	{ "FREQ=WEEKLY;BYHOUR=9", REPEAT_LATER, "BYHOUR=9" },
};

static void faults_by_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(faults); i++) {
		struct repeat r;
		const char *part = "";
		size_t n = 0;
		enum repeat_fault fault = repeat_read(faults[i].rule, &r, &part, &n);

		check(fault == faults[i].fault && n == strlen(faults[i].part) && !memcmp(part, faults[i].part, n),
		      "%s: %d %.*s", faults[i].rule, (int)fault, (int)n, part);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_working_day), cmocka_unit_test(days_of_a_rule),
		cmocka_unit_test(only_a_window), cmocka_unit_test(faults_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

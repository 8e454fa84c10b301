/* Working days: the school's own calendar, both weeks, moved Saturdays, spans that touch. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "base/day.h"
#include "plan/workday.h"

#define D(y, m, d) day_of(y, m, d)

static const struct { int f[3], t[3]; } school_off[] = {
	{ { 2026, 11, 4 }, { 2026, 11, 4 } }, { { 2026, 12, 30 }, { 2027, 1, 10 } },
	{ { 2027, 2, 23 }, { 2027, 2, 23 } }, { { 2027, 3, 8 }, { 2027, 3, 8 } },
	{ { 2027, 5, 1 }, { 2027, 5, 3 } }, { { 2027, 5, 8 }, { 2027, 5, 10 } },
	{ { 2027, 6, 12 }, { 2027, 6, 14 } },
};
enum { NOFF = sizeof(school_off) / sizeof(*school_off) };

static struct workdays school(struct span_days *off)
{
	for (size_t i = 0; i < NOFF; i++)
		off[i] = (struct span_days){ D(school_off[i].f[0], school_off[i].f[1], school_off[i].f[2]),
			D(school_off[i].t[0], school_off[i].t[1], school_off[i].t[2]) };
	return (struct workdays){ 5, off, NOFF, NULL, 0 };
}

static void test_school(void **state)
{
	struct span_days off[NOFF];
	struct workdays w = school(off);
	int32_t days[400];

	(void)state;
	assert_true(workday(&w, D(2026, 9, 1)));        /* a Tuesday */
	assert_false(workday(&w, D(2026, 9, 5)));       /* a Saturday */
	assert_false(workday(&w, D(2026, 9, 6)));
	assert_false(workday(&w, D(2026, 11, 4)));
	assert_true(workday(&w, D(2026, 11, 3)));       /* in the pupils' break: teachers work */
	assert_int_equal(workday_after(&w, D(2026, 12, 29)), D(2026, 12, 29));
	assert_int_equal(workday_after(&w, D(2026, 12, 30)), D(2027, 1, 11));
	assert_int_equal(workday_before(&w, D(2027, 1, 10)), D(2026, 12, 29));
	assert_int_equal(workday_before(&w, D(2027, 1, 11)), D(2027, 1, 11));
	/* 38 weeks and two days: 192 weekdays, 13 of them off */
	assert_int_equal(workdays_list(&w, D(2026, 9, 1), D(2027, 5, 26), days), 179);
	assert_int_equal(days[0], D(2026, 9, 1));
	assert_int_equal(days[178], D(2027, 5, 26));
}

static void test_six_days_and_extra(void **state)
{
	struct span_days off = { D(2026, 11, 4), D(2026, 11, 4) };
	int32_t extra[] = { D(2026, 11, 1), D(2026, 11, 4) }, days[31];
	struct workdays w = { 6, &off, 1, NULL, 0 };

	(void)state;
	assert_true(workday(&w, D(2026, 10, 31)));      /* Saturday */
	assert_false(workday(&w, D(2026, 11, 1)));
	assert_int_equal(workdays_list(&w, D(2026, 10, 31), D(2026, 11, 9), days), 7);
	w.extra = extra;
	w.nextra = 2;                                   /* a Sunday and a day off, both made working days */
	assert_true(workday(&w, D(2026, 11, 1)));
	assert_true(workday(&w, D(2026, 11, 4)));
	assert_int_equal(workdays_list(&w, D(2026, 10, 31), D(2026, 11, 9), days), 9);
}

static void test_edges(void **state)
{
	struct span_days off = { INT32_MIN, INT32_MAX };
	struct workdays all = { 5, NULL, 0, NULL, 0 }, none = { 5, &off, 1, NULL, 0 };
	int32_t days[8];

	(void)state;
	assert_int_equal(workdays_list(&all, D(2026, 9, 2), D(2026, 9, 1), days), 0);
	assert_int_equal(workdays_list(&all, D(2026, 9, 2), D(2026, 9, 2), days), 1);
	assert_int_equal(workdays_list(&all, DAY_NONE, D(2026, 9, 2), days), 0);
	assert_int_equal(workdays_list(&all, D(2026, 9, 2), INT32_MAX, days), 0);
	assert_int_equal(workdays_list(&none, D(2026, 9, 1), D(2026, 9, 8), days), 0);
	assert_int_equal(workday_after(&none, D(2026, 9, 1)), DAY_NONE);
	assert_int_equal(workday_before(&none, D(2026, 9, 1)), DAY_NONE);
	assert_int_equal(workday_after(&all, DAY_NONE), DAY_NONE);
	assert_int_equal(workday_before(&all, INT32_MAX), DAY_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_school),
		cmocka_unit_test(test_six_days_and_extra),
		cmocka_unit_test(test_edges),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

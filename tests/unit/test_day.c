/* Days: the calendar, everything a date may be written as, instants, zones. */
#include <errno.h>

#include "test.h"

#include "base/day.h"

static void test_calendar(void **state)
{
	static const int none[][3] = { { 2026, 2, 29 }, { 2100, 2, 29 }, { 2026, 13, 1 }, { 2026, 0, 1 }, { 2026, 4, 31 }, { 2026, 1, 0 }, { 0, 1, 1 }, { 10000, 1, 1 } };
	char iso[11];
	int y, m, d, next = day_of(1, 1, 1);

	(void)state;
	assert_int_equal(day_of(1970, 1, 1), 0);
	assert_int_equal(day_of(1900, 1, 1), DAY_MIN);
	assert_int_equal(day_of(2219, 12, 31), DAY_MAX);
	assert_int_equal(day_of(2000, 2, 29), 11016);
	for (size_t i = 0; i < COUNT(none); i++)
		assert_int_equal(day_of(none[i][0], none[i][1], none[i][2]), DAY_NONE);
	/* every day of 9,999 years follows the one before, there and back */
	for (; next < day_of(9999, 12, 31); next += 13) {
		day_split(next, &y, &m, &d);
		if (day_of(y, m, d) != next)
			fail_msg("%d is %d-%d-%d", next, y, m, d);
	}
	assert_string_equal(day_iso(iso, day_of(2026, 9, 1)), "2026-09-01");
	assert_string_equal(day_ru(iso, day_of(2026, 9, 1)), "01.09.2026");
	assert_string_equal(day_iso(iso, day_of(33, 4, 3)), "0033-04-03");
	assert_string_equal(day_iso(iso, DAY_NONE), "");
	assert_string_equal(day_ru(iso, INT32_MAX), "");
	assert_int_equal(day_weekday(day_of(2026, 11, 12)), 3);        /* a Thursday */
	assert_int_equal(day_weekday(day_of(1969, 12, 29)), 0);
	assert_int_equal(day_weekday(day_of(1900, 1, 1)), 0);
}

static void test_read(void **state)
{
	/* on Thursday 12 November 2026, in the teachers' year 24 August to 30 June */
	static const struct { const char *s, *iso; } v[] = {
		{ "2026-11-12", "2026-11-12" }, { "1900-01-01", "1900-01-01" }, { "2219-12-31", "2219-12-31" }, { "1.9.2026", "2026-09-01" },
		{ "01.09.2026", "2026-09-01" }, { "01.09", "2026-09-01" }, { "1.9.", "2026-09-01" }, { "15.01", "2027-01-15" },
		{ "24.08", "2026-08-24" }, { "23.08", "2026-08-23" }, { "30.06", "2027-06-30" }, { "15.07", "2027-07-15" },
		{ "today", "2026-11-12" }, { "TODAY", "2026-11-12" }, { "tomorrow", "2026-11-13" }, { "yesterday", "2026-11-11" },
		{ "сегодня", "2026-11-12" }, { "Сегодня", "2026-11-12" }, { "завтра", "2026-11-13" }, { "ВЧЕРА", "2026-11-11" },
		{ "-7d", "2026-11-05" }, { "+2w", "2026-11-26" }, { "+1m", "2026-12-12" }, { "-3m", "2026-08-12" }, { "+0d", "2026-11-12" },
		{ "-11m", "2025-12-12" }, { "mon", "2026-11-16" }, { "thu", "2026-11-12" }, { "wed", "2026-11-18" }, { "пн", "2026-11-16" },
		{ "ЧТ", "2026-11-12" }, { "Вс", "2026-11-15" }, { "eow", "2026-11-15" }, { "eom", "2026-11-30" }, { "eoq", "2026-12-31" },
		{ "eoy", "2027-06-30" }, { "-7д", "2026-11-05" }, { "+2Н", "2026-11-26" }, { "+1м", "2026-12-12" }, { "Monday", "2026-11-16" },
		{ "понедельник", "2026-11-16" }, { "Воскресенье", "2026-11-15" }, { "h1", "2026-12-31" }, { "H2", "2027-06-30" },
		{ "", "" }, { " ", "" }, { "1899-12-31", "" }, { "2220-01-01", "" }, { "2026-2-3", "" }, { "2026-02-30", "" }, { "2026-11-12 ", "" },
		{ "2026-11-12T10:00", "" }, { "29.02", "" }, { "32.01", "" }, { "01.13", "" }, { "1.9.26", "" }, { "1.9.2026.", "" }, { "7d", "" },
		{ "-7", "" }, { "-d", "" }, { "--7d", "" }, { "+1y", "" }, { "+99999w", "" }, { "-99999m", "" }, { "+999999d", "" }, { "-7dd", "" },
		{ "mondays", "" }, { "h3", "" }, { "h12", "" }, { "-7q", "" }, { "-7дн", "" }, { "eo", "" }, { "eox", "" }, { "eoyy", "" }, { "пнд", "" }, { "\xD0", "" }, { "1/9/2026", "" }, { "q1", "" },
		{ "сегодня сегодня сегодня сегодня", "" },
	};
	struct day_context c = { day_of(2026, 11, 12), day_of(2026, 8, 24), day_of(2027, 6, 30) };
	char iso[11];

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		check(!strcmp(day_iso(iso, day_read(v[i].s, &c)), v[i].iso), "\"%s\": %s", v[i].s, iso);
	assert_int_equal(day_read_first("h1", &c), day_of(2026, 8, 24));
	assert_int_equal(day_read_first("h2", &c), day_of(2027, 1, 1));
	assert_int_equal(day_read_first("h3", &c), DAY_NONE);
	assert_int_equal(day_read_first("eoy", &c), day_of(2027, 6, 30));
}

static void test_read_edges(void **state)
{
	struct day_context end = { day_of(2027, 1, 31), DAY_NONE, DAY_NONE }, leap = { day_of(2028, 3, 1), DAY_NONE, DAY_NONE };
	struct day_context first = { DAY_MIN, DAY_NONE, DAY_NONE }, august = { day_of(2026, 8, 1), DAY_NONE, DAY_NONE };
	struct day_context unset = { DAY_NONE, DAY_NONE, DAY_NONE };

	(void)state;
	assert_int_equal(day_read("+1m", &end), day_of(2027, 2, 28));
	assert_int_equal(day_read("-11m", &end), day_of(2026, 2, 28));
	assert_int_equal(day_read("01.09", &end), day_of(2026, 9, 1));         /* no calendar: the year around today */
	assert_int_equal(day_read("eoy", &end), day_of(2027, 6, 30));
	assert_int_equal(day_read("eoq", &end), day_of(2027, 3, 31));
	assert_int_equal(day_read("-1d", &first), DAY_NONE);
	assert_int_equal(day_read("-1m", &first), DAY_NONE);
	assert_int_equal(day_read("29.02", &leap), day_of(2028, 2, 29));
	assert_int_equal(day_read("01.06", &august), day_of(2027, 6, 1));
	assert_int_equal(day_read("today", &unset), DAY_NONE);
	assert_int_equal(day_read_iso("2026-11-12T", 10), day_of(2026, 11, 12));
	assert_int_equal(day_read_iso("2026-11-1", 9), DAY_NONE);
	assert_int_equal(day_read_iso("2026-11-1x", 10), DAY_NONE);
}

static void test_instant(void **state)
{
	static const struct { const char *s, *utc; } v[] = {
		{ "2026-11-12T10:00:00+07:00", "2026-11-12T03:00:00Z" }, { "2026-11-12T03:00:00Z", "2026-11-12T03:00:00Z" },
		{ "2026-11-12t03:00:00z", "2026-11-12T03:00:00Z" }, { "2026-11-12 03:00:00.123456Z", "2026-11-12T03:00:00Z" },
		{ "2026-01-01T00:30:00+03:00", "2025-12-31T21:30:00Z" }, { "1969-12-31T23:59:59-00:30", "1970-01-01T00:29:59Z" },
		{ "1900-01-01T00:00:00+14:00", "1899-12-31T10:00:00Z" }, { "2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z" },
		{ "", NULL }, { "2026-11-12", NULL }, { "2026-11-12T03:00:00", NULL }, { "2026-11-12T24:00:00Z", NULL }, { "2026-11-12T03:60:00Z", NULL },
		{ "2026-11-12T03:00:00.Z", NULL }, { "2026-11-12T03:00:00+7:00", NULL }, { "2026-11-12T03:00:00+0700", NULL },
		{ "2026-11-12T03:00:00Zx", NULL }, { "2026-02-30T03:00:00Z", NULL }, { "2026-11-12T03:00:00+24:00", NULL },
		{ "2026-11-12_03:00:00Z", NULL }, { "2026-11-12T03:00:0-Z07:00", NULL },
	};
	char utc[21];
	int64_t s;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		bool ok = instant_read(v[i].s, &s);

		check(ok == !!v[i].utc, "%s", v[i].s);
		if (ok)
			assert_string_equal(instant_write(utc, s), v[i].utc);
	}
	assert_string_equal(instant_write(utc, INT64_MAX), "");
	assert_string_equal(instant_write(utc, INT64_MIN), "");
}

static void test_zone(void **state)
{
	static const struct { const char *at, *zone, *day; } v[] = {
		{ "2026-11-11T16:59:59Z", "Asia/Krasnoyarsk", "2026-11-11" }, { "2026-11-11T17:00:00Z", "Asia/Krasnoyarsk", "2026-11-12" },
		{ "2026-11-11T20:59:59Z", "Europe/Moscow", "2026-11-11" }, { "2026-11-11T21:00:00Z", "Europe/Moscow", "2026-11-12" },
		{ "2013-11-11T20:00:00Z", "Europe/Moscow", "2013-11-12" },       /* +4 then */
		{ "2012-07-01T15:59:59Z", "Asia/Krasnoyarsk", "2012-07-01" }, { "2012-07-01T16:00:00Z", "Asia/Krasnoyarsk", "2012-07-02" },
		{ "2100-01-01T16:59:59Z", "Asia/Krasnoyarsk", "2100-01-01" }, { "2100-01-01T17:00:00Z", "Asia/Krasnoyarsk", "2100-01-02" },
		{ "2026-11-12T04:59:59Z", "America/New_York", "2026-11-11" }, { "2026-11-11T23:59:59Z", "UTC", "2026-11-11" },
		{ "2026-11-11T18:30:00Z", "Asia/Kolkata", "2026-11-12" }, { "1900-01-01T12:00:00Z", "Asia/Krasnoyarsk", "1900-01-01" },
	};
	static const char *const none[] = { "", "Mars/Base", "../etc/passwd", "/etc/passwd", "Europe", "Europe/", "tzdata.zi", "Europe//Moscow", "Европа/Москва", "." };
	char iso[11];
	int64_t s;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		assert_true(instant_read(v[i].at, &s));
		check(!strcmp(day_iso(iso, day_in_zone(s, v[i].zone)), v[i].day), "%s in %s: %s", v[i].at, v[i].zone, iso);
	}
	for (size_t i = 0; i < COUNT(none); i++)
		check(zone_error(none[i]) == ENOENT, "%s", none[i]);
	assert_int_equal(zone_error("Asia/Krasnoyarsk"), 0);
	assert_int_equal(zone_utc(day_of(2026, 9, 15), 15 * 60, "UTC"), 15 * 60);
	assert_int_equal(zone_utc(day_of(2026, 9, 15), 15 * 60, "Asia/Krasnoyarsk"), 8 * 60);
	assert_int_equal(zone_utc(day_of(2026, 9, 15), 5 * 60, "Asia/Krasnoyarsk"), -2 * 60);      /* the day before */
	assert_int_equal(zone_utc(day_of(2026, 9, 15), 15 * 60, "Europe/Moscow"), 12 * 60);
	assert_int_equal(zone_utc(day_of(2010, 7, 1), 12 * 60, "Europe/Moscow"), 8 * 60);          /* summer time then */
	assert_int_equal(zone_utc(day_of(2026, 9, 15), 15 * 60, "No/Where"), 15 * 60);
	assert_int_equal(day_in_zone(INT64_MAX, "Europe/Moscow"), DAY_NONE);
	assert_int_equal(day_in_zone(INT64_MIN, "UTC"), DAY_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_calendar), cmocka_unit_test(test_read), cmocka_unit_test(test_read_edges),
		cmocka_unit_test(test_instant), cmocka_unit_test(test_zone),
	};

	return cmocka_run_group_tests_name("day", tests, NULL, NULL);
}

/* day.c - days of the Gregorian calendar, and the words for them. Zones: zone.c. */
#include "base/day.h"

#include <string.h>

static bool leap(int year)
{
	return (!(year % 4) && year % 100) || !(year % 400);
}

static int month_length(int year, int month)
{
	static const signed char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && leap(year));
}

/* Days before YEAR since the year 0. */
static int days_before(int year)
{
	int y = year - 1;

	return year * 365 + y / 4 - y / 100 + y / 400;
}

int32_t day_of(int year, int month, int day)
{
	int d;

	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > month_length(year, month))
		return DAY_NONE;
	d = days_before(year) - days_before(1970);
	for (int m = 1; m < month; m++)
		d += month_length(year, m);
	return d + day - 1;
}

void day_split(int32_t d, int *year, int *month, int *day)
{
	int64_t since = (int64_t)d + days_before(1970);
	int y, m = 1, left;

	if (since < days_before(1) || since >= days_before(10000)) {
		*year = *month = *day = 0;
		return;
	}
	y = (int)(since * 400 / 146097);
	while (since >= days_before(y + 1))
		y++;
	while (since < days_before(y))
		y--;
	left = (int)since - days_before(y);
	while (left >= month_length(y, m))
		left -= month_length(y, m++);
	*year = y;
	*month = m;
	*day = left + 1;
}

int day_weekday(int32_t d)
{
	return (int)((((int64_t)d + 3) % 7 + 7) % 7);      /* 1970-01-01 was a Thursday */
}

static void put_digits(char *to, int n, int value)
{
	for (; n--; value /= 10)
		to[n] = (char)('0' + value % 10);
}

char *day_iso(char buf[11], int32_t d)
{
	int year, month, day;

	day_split(d, &year, &month, &day);
	memcpy(buf, "0000-00-00", 11);
	put_digits(buf, 4, year);
	put_digits(buf + 5, 2, month);
	put_digits(buf + 8, 2, day);
	if (!day)
		buf[0] = '\0';
	return buf;
}

char *day_ru(char buf[11], int32_t d)
{
	int year, month, day;

	day_split(d, &year, &month, &day);
	memcpy(buf, "00.00.0000", 11);
	put_digits(buf, 2, day);
	put_digits(buf + 3, 2, month);
	put_digits(buf + 6, 4, year);
	if (!day)
		buf[0] = '\0';
	return buf;
}

/* ---- reading ---------------------------------------------------------------------------------- */

/* FROM … TO digits at *S as a number, *S moved behind them; -1: not so many. */
static int number(const char **s, int from, int to)
{
	int v = 0, n = 0;

	for (; **s >= '0' && **s <= '9' && n < to; (*s)++, n++)
		v = v * 10 + (**s - '0');
	return n >= from && !(**s >= '0' && **s <= '9') ? v : -1;
}

static int32_t accepted(int64_t d)
{
	return d >= DAY_MIN && d <= DAY_MAX ? (int32_t)d : DAY_NONE;
}

int32_t day_read_iso(const char *s, size_t n)
{
	char copy[11];
	const char *p = copy;
	int year, month, day;

	if (n != 10)
		return DAY_NONE;
	memcpy(copy, s, 10);
	copy[10] = '\0';
	year = number(&p, 4, 4);
	if (year < 0 || *p++ != '-')
		return DAY_NONE;
	month = number(&p, 2, 2);
	if (month < 0 || *p++ != '-')
		return DAY_NONE;
	day = number(&p, 2, 2);
	return day < 0 || *p ? DAY_NONE : accepted(day_of(year, month, day));
}

/* The days between which dd.mm and eoy lie: the calendar's, else 1 August to 30 June around today. */
static void school_year(const struct day_context *c, int *first, int32_t *from, int32_t *to)
{
	int month, day;

	if (c->year_from != DAY_NONE && c->year_to != DAY_NONE) {
		*from = c->year_from;
		*to = c->year_to;
		day_split(*from, first, &month, &day);
		return;
	}
	day_split(c->today, first, &month, &day);
	*first -= month < 8;
	*from = day_of(*first, 8, 1);
	*to = day_of(*first + 1, 6, 30);
}

/* Outside the teachers' year a day of summer belongs to the year that it ends. */
static int32_t in_school_year(int month, int day, const struct day_context *c)
{
	int first, from_year, from_month, from_day;
	int32_t from, to, d;

	school_year(c, &first, &from, &to);
	for (int y = first; y <= first + 1; y++) {
		d = day_of(y, month, day);
		if (d != DAY_NONE && d >= from && d <= to)
			return d;
	}
	day_split(from, &from_year, &from_month, &from_day);
	return accepted(day_of(month >= from_month ? first : first + 1, month, day));
}

static int32_t read_points(const char *s, const struct day_context *c)
{
	int day = number(&s, 1, 2), month, year;

	if (day < 0 || *s++ != '.')
		return DAY_NONE;
	month = number(&s, 1, 2);
	if (month < 1 || month > 12)
		return DAY_NONE;
	if (!*s || (*s == '.' && !s[1]))
		return in_school_year(month, day, c);
	if (*s++ != '.')
		return DAY_NONE;
	year = number(&s, 4, 4);
	return year < 0 || *s ? DAY_NONE : accepted(day_of(year, month, day));
}

/* The same day N months on, or the last day of that month. */
static int32_t add_months(int32_t d, int n)
{
	int year, month, day, last;

	day_split(d, &year, &month, &day);
	month += year * 12 - 1 + n;
	if (month < 12)
		return DAY_NONE;
	year = month / 12;
	month = month % 12 + 1;
	last = month_length(year, month);
	return day_of(year, month, day < last ? day : last);
}

static int32_t read_step(const char *s, int32_t today)
{
	int sign = *s++ == '-' ? -1 : 1, n = number(&s, 1, 5);

	if (n < 0)
		return DAY_NONE;
	if (!strcmp(s, "d") || !strcmp(s, "д"))
		return accepted((int64_t)today + (int64_t)sign * n);
	if (!strcmp(s, "w") || !strcmp(s, "н"))
		return accepted((int64_t)today + (int64_t)sign * n * 7);
	if (!strcmp(s, "m") || !strcmp(s, "м"))
		return accepted(add_months(today, sign * n));
	return DAY_NONE;
}

/* S in small letters (Latin, Russian), when it is short enough to be one of our words. */
static bool small(char to[24], const char *s)
{
	size_t n = strlen(s);
	unsigned char *p = (unsigned char *)to;

	if (n >= 24)
		return false;
	memcpy(to, s, n + 1);
	for (; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p += 0x20;
		else if (*p == 0xD0 && p[1] >= 0x90 && p[1] <= 0x9F)
			p[1] += 0x20;
		else if (*p == 0xD0 && p[1] >= 0xA0 && p[1] <= 0xAF)
			*p = 0xD1, p[1] -= 0x20;
	return true;
}

static int32_t end_of(char what, const struct day_context *c)
{
	int year, month, day, first;
	int32_t from, to;

	day_split(c->today, &year, &month, &day);
	switch (what) {
	case 'w':
		return accepted((int64_t)c->today + 6 - day_weekday(c->today));
	case 'q':
		month = (month + 2) / 3 * 3;
		return accepted(day_of(year, month, month_length(year, month)));
	case 'm':
		return accepted(day_of(year, month, month_length(year, month)));
	case 'y':
		school_year(c, &first, &from, &to);
		return to;
	}
	return DAY_NONE;
}

/* The last day of a half-year: 31 December, or that of the school year. */
static int32_t half_year(char which, const struct day_context *c)
{
	int first;
	int32_t from, to;

	school_year(c, &first, &from, &to);
	return which == '1' ? day_of(first, 12, 31) : to;
}

static int32_t read_word(const char *s, const struct day_context *c)
{
	static const struct { char word[16]; int step; } near[] = {
		{ "today", 0 }, { "tomorrow", 1 }, { "yesterday", -1 },
		{ "сегодня", 0 }, { "завтра", 1 }, { "вчера", -1 },
	};
	static const char weekdays[][4][24] = {
		{ "mon", "пн", "monday", "понедельник" }, { "tue", "вт", "tuesday", "вторник" }, { "wed", "ср", "wednesday", "среда" },
		{ "thu", "чт", "thursday", "четверг" }, { "fri", "пт", "friday", "пятница" }, { "sat", "сб", "saturday", "суббота" },
		{ "sun", "вс", "sunday", "воскресенье" },
	};

	for (size_t i = 0; i < sizeof(near) / sizeof(*near); i++)
		if (!strcmp(s, near[i].word))
			return accepted((int64_t)c->today + near[i].step);
	for (int i = 0; i < 7; i++)
		for (int k = 0; k < 4; k++)
			if (!strcmp(s, weekdays[i][k]))
				return accepted((int64_t)c->today + (i - day_weekday(c->today) + 7) % 7);
	if (s[0] == 'h' && (s[1] == '1' || s[1] == '2') && !s[2])
		return half_year(s[1], c);
	if (!strncmp(s, "eo", 2) && s[2] && !s[3])
		return end_of(s[2], c);
	return DAY_NONE;
}

int32_t day_read(const char *s, const struct day_context *c)
{
	char word[24];
	int32_t d;

	if (c->today < DAY_MIN || c->today > DAY_MAX || !small(word, s))
		return DAY_NONE;
	if (*word == '+' || *word == '-')
		return read_step(word, c->today);
	if (*word < '0' || *word > '9')
		return read_word(word, c);
	d = day_read_iso(word, strlen(word));
	return d != DAY_NONE ? d : read_points(word, c);
}

int32_t day_read_first(const char *s, const struct day_context *c)
{
	int first;
	int32_t from, to, half = day_read(s, c);

	if ((*s != 'h' && *s != 'H') || half == DAY_NONE)
		return half;
	school_year(c, &first, &from, &to);
	return s[1] == '1' ? from : day_of(first + 1, 1, 1);
}

static bool digits(const char *s, size_t n)
{
	return strspn(s, "0123456789") >= n;
}

size_t day_before_time(const char *s)
{
	size_t all = strlen(s), n = strspn(s, "0123456789.-"), k = n;

	if (n < 8 || n > 10 || (s[n] != ' ' && s[n] != 'T'))
		return all;
	k += 1 + strspn(s + n + 1, " ");
	k += strspn(s + k, "0123456789") == 1;         /* "9:05:00" */
	k += digits(s + k, 2) ? 2 : 0;
	return s[k] == ':' && digits(s + k + 1, 2) && !s[k + 3 + strspn(s + k + 3, ":.0123456789Z")] ? n : all;
}

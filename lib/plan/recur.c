/* recur.c - see recur.h. A rule is asked about each day of its span: there are few. */
#include "plan/recur.h"

#include "base/day.h"

/* A rule at work: the parts that it leaves to its first day are said. */
struct rule { const struct repeat *r; int32_t monday, first_month; uint8_t weekdays; uint32_t monthdays; };

static int32_t month_of(int32_t day, int *of_month, int *left)
{
	int year, month;

	day_split(day, &year, &month, of_month);
	*left = (int)((month < 12 ? day_of(year, month + 1, 1) : day_of(year + 1, 1, 1)) - day);   /* 1: the last day */
	return year * 12 + month;
}

static void rule_begin(struct rule *u, const struct repeat *r, int32_t from)
{
	int of_month, left, weekday = day_weekday(from);
	bool any = r->weekdays;

	*u = (struct rule){ r, from - weekday, month_of(from, &of_month, &left), r->weekdays, r->monthdays };
	for (int i = 0; i < 7; i++)
		any |= r->nth[i] != 0;
	if (!any && r->every == REPEAT_WEEKLY)
		u->weekdays = (uint8_t)(1u << weekday);
	if (!any && r->every == REPEAT_MONTHLY && !r->monthdays && !r->from_end)
		u->monthdays = 1u << of_month;
}

static bool weekly(const struct rule *u, int32_t day)
{
	return u->weekdays >> day_weekday(day) & 1 && (day - u->monday) / 7 % u->r->interval == 0;
}

static bool monthly(const struct rule *u, int32_t day)
{
	const struct repeat *r = u->r;
	int of_month, left, weekday = day_weekday(day);
	int32_t month = month_of(day, &of_month, &left);
	bool by_day = u->weekdays, by_monthday = u->monthdays || r->from_end;
	unsigned nth = r->nth[weekday];

	for (int i = 0; i < 7; i++)
		by_day |= r->nth[i] != 0;
	if ((month - u->first_month) % r->interval != 0)
		return false;
	if (by_monthday && !(u->monthdays >> of_month & 1) && !(r->from_end >> left & 1))
		return false;
	return !by_day || (u->weekdays >> weekday & 1) || (nth >> ((of_month + 6) / 7) & 1) ||
	       (nth >> (5 + (left + 6) / 7) & 1);
}

/* DAY where it comes to lie; DAY_NONE: it is left out. */
static int32_t placed(const struct recur *r, const struct workdays *w, int32_t day)
{
	if (workday(w, day))
		return day;
	if (r->shift)
		return workday_after(w, day);
	return r->rule ? DAY_NONE : day;
}

int32_t *recur_days(struct arena *a, const struct recur *r, const struct workdays *w, size_t *n)
{
	int32_t first = r->from, last = r->rule ? r->to : r->from, *v = NULL;
	size_t cap = 0;
	int seen = 0;
	struct rule u = { 0 };

	*n = 0;
	if (first < DAY_MIN || last > DAY_MAX || last < first)
		return NULL;
	if (r->rule) {
		rule_begin(&u, r->rule, first);
		if (r->rule->until != DAY_NONE && r->rule->until < last)
			last = r->rule->until;
	}
	if (r->hi < last)
		last = r->hi;
	if ((!r->rule || !r->rule->count) && r->lo > first)
		first = r->lo;
	for (int32_t d = first; d <= last; d++) {
		int32_t at;

		if (r->rule && !(r->rule->every == REPEAT_WEEKLY ? weekly(&u, d) : monthly(&u, d)))
			continue;
		if (r->rule && r->rule->count && ++seen > r->rule->count)
			break;
		at = d < r->lo ? DAY_NONE : placed(r, w, d);
		if (at == DAY_NONE || (*n && v[*n - 1] == at))
			continue;
		v = arena_grow(a, v, &cap, *n + 1, sizeof(*v));
		if (!v)
			return NULL;
		v[(*n)++] = at;
	}
	return v;
}

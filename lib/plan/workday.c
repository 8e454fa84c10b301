/* workday.c - see workday.h. A day named as working beats a day off and the weekend. */
#include "plan/workday.h"

#include "base/day.h"

bool workday(const struct workdays *w, int32_t day)
{
	for (size_t i = 0; i < w->nextra; i++)
		if (w->extra[i] == day)
			return true;
	if (day_weekday(day) >= w->week)
		return false;
	for (size_t i = 0; i < w->noff; i++)
		if (w->off[i].from <= day && day <= w->off[i].to)
			return false;
	return true;
}

size_t workdays_list(const struct workdays *w, int32_t from, int32_t to, int32_t *days)
{
	size_t n = 0;

	/* a day that is none must not start a walk over all of int32 */
	if (from < DAY_MIN || to > DAY_MAX)
		return 0;
	for (int32_t d = from; d <= to; d++)
		if (workday(w, d))
			days[n++] = d;
	return n;
}

int32_t workday_after(const struct workdays *w, int32_t day)
{
	if (day < DAY_MIN)
		return DAY_NONE;
	for (int32_t d = day; d <= DAY_MAX; d++)
		if (workday(w, d))
			return d;
	return DAY_NONE;
}

int32_t workday_before(const struct workdays *w, int32_t day)
{
	if (day > DAY_MAX)
		return DAY_NONE;
	for (int32_t d = day; d >= DAY_MIN; d--)
		if (workday(w, d))
			return d;
	return DAY_NONE;
}

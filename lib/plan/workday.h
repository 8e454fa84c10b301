/* workday.h - the days on which people of an organisation work. No I/O.
 *
 * A working day is a weekday of the working week (5: Monday to Friday, 6: to Saturday) that is not a
 * day off, or a day named as a working one. Pupils' breaks are working days of teachers.
 */
#ifndef PLAN_WORKDAY_H
#define PLAN_WORKDAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span_days { int32_t from, to; };    /* inclusive */
struct workdays {
	int week;                          /* 5 or 6 */
	const struct span_days *off; size_t noff;
	const int32_t *extra; size_t nextra;
};

bool workday(const struct workdays *w, int32_t day);
/* Working days of FROM … TO into DAYS (room for TO - FROM + 1); returns how many. */
size_t workdays_list(const struct workdays *w, int32_t from, int32_t to, int32_t *days);
/* The first working day on or after DAY, or the last on or before it; DAY_NONE: none that day.h accepts. */
int32_t workday_after(const struct workdays *w, int32_t day);
int32_t workday_before(const struct workdays *w, int32_t day);

#endif

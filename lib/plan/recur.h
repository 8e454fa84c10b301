/* recur.h - the days of an event: once or by a rule, on working days. No I/O. */
#ifndef PLAN_RECUR_H
#define PLAN_RECUR_H

#include "base/arena.h"
#include "model/repeat.h"
#include "plan/workday.h"

struct recur {
	const struct repeat *rule;         /* NULL: once, on its first day */
	int32_t from, to;                  /* first and last day of the event, inclusive; a rule counts from the first */
	int32_t lo, hi;                    /* only days in here are wanted */
	bool shift;                        /* from a day off to the next working day; else it is left out */
};

/* The days in order, each once; *N says how many; NULL: none, or no memory (see the arena). An event
 * without a rule stands on its day even if that is off, unless it is to be shifted. */
int32_t *recur_days(struct arena *a, const struct recur *r, const struct workdays *w, size_t *n);

#endif

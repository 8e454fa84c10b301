/* route.h - a person's route: which units, why, in what order, due when. No I/O, no database.
 *
 * Rules: domain "ИОП" - closure over prerequisites, prerequisites first then the order of the file,
 * due dates spread over working days.
 */
#ifndef PLAN_ROUTE_H
#define PLAN_ROUTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* The map: N units in the order of the file; unit u rests on need[first[u]] … need[first[u+1]-1]. */
struct graph {
	size_t n;
	const int32_t *minutes;
	const uint32_t *first;             /* n + 1 */
	const uint32_t *need;
};

/* All units so that prerequisites come first, else in the order of the file (the smallest number
 * that can go next). ORDER: n places. Returns how many could be ordered; fewer than n: a cycle, or
 * SCRATCH is out of memory (its `oom`). What it takes of SCRATCH it gives back. */
size_t graph_order(const struct graph *g, struct arena *scratch, uint32_t *order);
/* LAYER[u]: 0 for a unit without prerequisites, else 1 + the highest of theirs. ORDER: all units,
 * as above. */
void graph_layers(const struct graph *g, const uint32_t *order, uint32_t *layer);

enum why { WHY_OUT, WHY_INVARIANT, WHY_CHOSEN, WHY_NEEDED };
enum hold { HOLD_NONE, HOLD_EARLIER /* mastered or credited in an earlier year: left out */,
            HOLD_ZERO /* borne or credited now: in it, 0 hours */, HOLD_NOW /* mastered this year: in it, its hours */ };

#define UNIT_NONE UINT32_MAX
/* needed_by: of WHY_NEEDED, else UNIT_NONE. */
struct step { uint32_t unit; int32_t minutes; enum why why; uint32_t needed_by; int32_t due; };

struct wish {
	const uint8_t *want;               /* per unit: WHY_INVARIANT, WHY_CHOSEN or WHY_OUT */
	const uint8_t *hold;               /* per unit: enum hold */
	const int32_t *not_after;          /* per unit: latest due day (of a combined group), or INT32_MAX */
	const int32_t *days; size_t ndays; /* working days from the first on which work can be due */
	bool early;                        /* pace: as soon as the hours allow, not spread over all days */
	int32_t minutes_a_day;             /* of `early`: how much fits a working day */
};

/* The steps in order; STEPS: n places. Returns their number; *MINUTES the sum. A held unit is never
 * pulled in as a prerequisite, and what it rests on is not needed for it. WHY_NEEDED names the
 * unit, in order, that asks first.
 *
 * Due, even: working day number ceil(ndays * minutes up to and with it / all minutes), HOLD_NOW
 * counted; early: number ceil(minutes still to do up to and with it / minutes_a_day), at most the
 * last. Then not after NOT_AFTER (the last working day up to it; one before all DAYS binds
 * nobody), and no prerequisite after what rests on it. DAY_NONE for held units, and when there are
 * no days.
 *
 * G without cycles; what is on one is left out. Out of memory: 0, and SCRATCH says `oom`. */
size_t route_make(const struct graph *g, const struct wish *w, struct arena *scratch,
                  struct step *steps, int32_t *minutes);

#endif

/* tally_walk.h - the differences that people make: who can teach what and who waits for what, from which day on. */
#ifndef STORE_TALLY_WALK_H
#define STORE_TALLY_WALK_H

#include "store/handle.h"

/* Since DAY so many more; YEAR 0: can teach, else wait in that year. */
struct difference { int64_t year, unit; int32_t day; int64_t n; };
/* A set of them, by year, unit and day; in the arena. v[i].unit 0: a free place. */
struct differences { struct arena *arena; struct difference *v; size_t n, room; };

void difference_add(struct differences *d, int64_t year, int64_t unit, int32_t day, int64_t n);

/* What people FROM … TO (local numbers) make of it, times SIGN; *PEOPLE: how many of them ever took part. */
enum nsi_status tally_walk(struct nsi *n, int64_t from, int64_t to, int sign, struct differences *d, int64_t *people);

#endif

/* match.h - who with whom: a matching of the largest weight in a graph. No I/O, no database. */
#ifndef PLAN_MATCH_H
#define PLAN_MATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum { MATCH_MOST = 128 };                 /* most vertices */
#define MATCH_ALONE UINT32_MAX
#define MATCH_HEAVIEST ((int64_t)1 << 60)

/* W: n * n, symmetric; 0: no edge; else 1 … MATCH_HEAVIEST. MATE[v] becomes the other end, or MATCH_ALONE.
 * Exact (Edmonds' blossoms with dual weights), in n³ steps. False: SCRATCH is out of memory. What it takes of
 * SCRATCH it gives back. */
bool match(uint32_t n, const int64_t *w, struct arena *scratch, uint32_t *mate);

#endif

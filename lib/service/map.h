/* map.h - the map of the programme that holds, as the planner and the drawing of it need it. */
#ifndef SERVICE_MAP_H
#define SERVICE_MAP_H

#include "plan/route.h"
#include "store/handle.h"

struct map {
	struct graph g;                    /* units in the order of the files */
	int64_t *unit, *module;            /* local numbers, by index */
	const char **code, **label;
	uint8_t *invariant;
};
enum nsi_status map_read(struct nsi *n, struct map *m);
size_t map_index(const struct map *m, int64_t unit);   /* m->g.n: not on it */

#endif

/* index.h - objects by kind and id. */
#ifndef MODEL_INDEX_H
#define MODEL_INDEX_H

#include "model/object.h"

struct index {
	struct head **slots;
	size_t n, cap;                     /* cap: a power of two */
	uint64_t key;                      /* so that nobody can choose ids that collide */
	bool codes;                        /* by the part of the id behind "/" */
};

bool index_begin(struct index *ix, struct arena *a, size_t want, bool codes);
/* NULL: not there. */
struct head *index_find(const struct index *ix, const struct object *o, const char *id, size_t n);
/* H under its id; the one that was there, if any, stays: look first. False: out of memory. */
bool index_add(struct index *ix, struct arena *a, struct head *h);

#endif

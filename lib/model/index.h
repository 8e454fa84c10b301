/* index.h - objects of one kind by id. */
#ifndef MODEL_INDEX_H
#define MODEL_INDEX_H

#include "model/object.h"

struct index {
	uintptr_t *slots;                  /* objects, and in their low bits some of the hash */
	size_t n, cap;                     /* cap: a power of two; 0: nothing yet */
	uint64_t key;                      /* of the hash: so that nobody can choose ids that collide */
	bool codes;                        /* by the part of the id behind "/" */
	void *spare;                       /* the former slots, SPARE_N bytes, for whoever can use them */
	size_t spare_n;
};

uint64_t index_key(void);                                         /* a new one, random */
uint64_t index_hash(uint64_t key, const char *id, size_t n);
struct head *index_at(const struct index *ix, size_t slot);       /* NULL: free */
/* Is ID the N bytes of S? */
static inline bool id_is(const char *id, const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && id[i] == s[i])
		i++;
	return i == n && !id[i];
}

/* NULL: not there. */
struct head *index_find(const struct index *ix, uint64_t hash, const char *id, size_t n);
/* H under its id, of which HASH is the hash; one of that id that was there stays: look first. False: out
 * of memory. */
bool index_add(struct index *ix, struct arena *a, struct head *h, uint64_t hash);

/* Large indexes do not fit the processor's caches: what will be looked for is asked for beforehand,
 * first the slot, then, some time later, the object in it. */
void index_soon(const struct index *ix, uint64_t hash);
void index_next(const struct index *ix, uint64_t hash);

#endif

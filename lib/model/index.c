/* index.c - an open hash of pointers, two thirds full at most; the key of the hash is random. */
#include "model/index.h"

#include <string.h>
#include <sys/random.h>
#include <time.h>

static uint64_t mix(uint64_t a, uint64_t b)
{
	unsigned __int128 m = (unsigned __int128)a * b;

	return (uint64_t)m ^ (uint64_t)(m >> 64);
}

uint64_t index_key(void)
{
	uint64_t key;

	if (getrandom(&key, sizeof(key), GRND_NONBLOCK) != sizeof(key))
		key = (uint64_t)time(NULL) ^ (uintptr_t)&key;
	return key;
}

uint64_t index_hash(uint64_t key, const char *s, size_t n)
{
	uint64_t h = mix(key, 0x9e3779b97f4a7c15u ^ n), v;

	for (; n >= 8; s += 8, n -= 8) {
		memcpy(&v, s, 8);
		h = mix(h ^ v, 0xe7037ed1a0b428dbu);
	}
	v = 0;
	memcpy(&v, s, n);
	return mix(h ^ v, 0x8ebc6af09c88c6e3u ^ key);
}

static const char *key_of(const struct index *ix, const struct head *h)
{
	const char *slash = ix->codes ? strchr(h->id, '/') : NULL;

	return slash ? slash + 1 : h->id;
}

/* Objects lie at multiples of 8: three bits of the hash spare most looks at other objects. */
static uintptr_t tagged(const struct head *h, uint64_t hash)
{
	return (uintptr_t)h | hash >> 61;
}

struct head *index_at(const struct index *ix, size_t slot)
{
	return (struct head *)(ix->slots[slot] & ~(uintptr_t)7);
}

static void put(struct index *ix, struct head *h, uint64_t x)
{
	size_t i = x & (ix->cap - 1);

	while (ix->slots[i])
		i = (i + 1) & (ix->cap - 1);
	ix->slots[i] = tagged(h, x);
}

static bool grow(struct index *ix, struct arena *a)
{
	struct index old = *ix;
	size_t cap = old.cap ? old.cap * 2 : 16;
	uintptr_t *slots = arena_array(a, uintptr_t, cap);

	if (!slots)
		return false;
	ix->slots = slots;
	ix->cap = cap;
	for (size_t i = 0; i < old.cap; i++) {
		struct head *h = index_at(&old, i);
		const char *id = h ? key_of(ix, h) : NULL;

		if (h)
			put(ix, h, index_hash(ix->key, id, strlen(id)));
	}
	ix->spare = old.slots;
	ix->spare_n = old.cap * sizeof(*slots);
	return true;
}

void index_soon(const struct index *ix, uint64_t x)
{
	if (ix->cap)
		__builtin_prefetch(&ix->slots[x & (ix->cap - 1)]);
}

void index_next(const struct index *ix, uint64_t x)
{
	uintptr_t slot = ix->cap ? ix->slots[x & (ix->cap - 1)] : 0;

	if (!slot)
		return;
	__builtin_prefetch((const char *)(slot & ~(uintptr_t)7));
	__builtin_prefetch((const char *)(slot & ~(uintptr_t)7) - 16);   /* its id */
}

struct head *index_find(const struct index *ix, uint64_t x, const char *id, size_t n)
{
	uintptr_t slot;

	if (!ix->cap)
		return NULL;
	for (size_t i = x & (ix->cap - 1); (slot = ix->slots[i]); i = (i + 1) & (ix->cap - 1)) {
		struct head *h = index_at(ix, i);

		if ((slot & 7) == x >> 61 && id_is(key_of(ix, h), id, n))
			return h;
	}
	return NULL;
}

bool index_add(struct index *ix, struct arena *a, struct head *h, uint64_t x)
{
	if ((ix->n + 1) * 3 > ix->cap * 2 && !grow(ix, a))
		return false;
	put(ix, h, x);
	ix->n++;
	return true;
}

/* index.c - an open hash of pointers; the key of the hash is random. */
#include "model/index.h"

#include <string.h>
#include <sys/random.h>
#include <time.h>

static uint64_t mix(uint64_t a, uint64_t b)
{
	unsigned __int128 m = (unsigned __int128)a * b;

	return (uint64_t)m ^ (uint64_t)(m >> 64);
}

static uint64_t hash(const struct index *ix, const struct object *o, const char *s, size_t n)
{
	uint64_t h = mix(ix->key ^ (uintptr_t)o, 0x9e3779b97f4a7c15u ^ n), v;

	for (; n >= 8; s += 8, n -= 8) {
		memcpy(&v, s, 8);
		h = mix(h ^ v, 0xe7037ed1a0b428dbu);
	}
	v = 0;
	memcpy(&v, s, n);
	return mix(h ^ v, 0x8ebc6af09c88c6e3u ^ ix->key);
}

static const char *key_of(const struct index *ix, const struct head *h)
{
	const char *slash = ix->codes ? strchr(h->id, '/') : NULL;

	return slash ? slash + 1 : h->id;
}

static void put(struct index *ix, struct head *h)
{
	const char *id = key_of(ix, h);
	size_t i = hash(ix, h->object, id, strlen(id)) & (ix->cap - 1);

	while (ix->slots[i])
		i = (i + 1) & (ix->cap - 1);
	ix->slots[i] = h;
}

static bool room(struct index *ix, struct arena *a, size_t want)
{
	struct index old = *ix;
	size_t cap = old.cap ? old.cap : 64;

	while (cap * 2 < want * 3)
		cap *= 2;
	if (cap == old.cap)
		return true;
	ix->slots = arena_array(a, struct head *, cap);
	if (!ix->slots) {
		ix->slots = old.slots;
		return false;
	}
	ix->cap = cap;
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i])
			put(ix, old.slots[i]);
	return true;
}

bool index_begin(struct index *ix, struct arena *a, size_t want, bool codes)
{
	if (!ix->key && getrandom(&ix->key, sizeof(ix->key), GRND_NONBLOCK) != sizeof(ix->key))
		ix->key = (uint64_t)time(NULL) ^ (uintptr_t)ix;
	ix->codes = codes;
	return room(ix, a, want);
}

struct head *index_find(const struct index *ix, const struct object *o, const char *id, size_t n)
{
	size_t i = hash(ix, o, id, n) & (ix->cap - 1);

	for (; ix->slots[i]; i = (i + 1) & (ix->cap - 1)) {
		struct head *h = ix->slots[i];
		const char *s = h->object == o ? key_of(ix, h) : NULL;

		if (s && !strncmp(s, id, n) && !s[n])
			return h;
	}
	return NULL;
}

bool index_add(struct index *ix, struct arena *a, struct head *h)
{
	if (!room(ix, a, ix->n + 1))
		return false;
	put(ix, h);
	ix->n++;
	return true;
}

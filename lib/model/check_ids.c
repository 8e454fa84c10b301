/* check_ids.c - checks of ids and labels: taken, reserved, alike, named twice. */
#include <stdlib.h>
#include <string.h>

#include "model/check.h"

void check_reserved(struct check *c)
{
	static const char *const words[] = { "row", "person", "org", "mastered", "of", "taught", "late", "earlier" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		const struct head *u = model_find(c->md, "unit", words[i]);

		if (u)
			found(c, u->place, N_("«%s» is a column of the board: no unit can have this id"), words[i]);
	}
}

/* ---- labels and ids ---- */

struct word { const char *key, *shown; const struct head *h; };

static int by_key(const void *a, const void *b)
{
	const struct word *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : (x->h->order > y->h->order) - (x->h->order < y->h->order);
}

static void say_equal(struct check *c, struct word *v, size_t n)
{
	if (n)
		qsort(v, n, sizeof(*v), by_key);
	for (size_t i = 1; i < n; i++) {
		if (strcmp(v[i].key, v[i - 1].key) != 0 || v[i].h == v[i - 1].h)
			continue;
		if (strcmp(v[i].shown, v[i - 1].shown) != 0)
			found(c, v[i].h->place, N_("«%s» of «%s» and «%s» of «%s» look alike"), v[i].shown, v[i].h->id,
			      v[i - 1].shown, v[i - 1].h->id);
		else
			found(c, v[i].h->place, N_("«%s» names both «%s» and «%s»"), v[i].shown, v[i - 1].h->id,
			      v[i].h->id);
	}
}

static void check_parts(struct check *c, const struct unit *u)
{
	struct word *v = arena_array(c->scratch, struct word, 2 * (size_t)u->parts.n + 1);
	size_t n = 0;

	if (!v)
		return;
	list_each(struct part, p, &u->parts) {
		v[n++] = (struct word){ text_skeleton(c->scratch, p->head.id), p->head.id, &p->head };
		if (p->label)
			v[n++] = (struct word){ text_skeleton(c->scratch, p->label), p->label, &p->head };
	}
	say_equal(c, v, n);
}

enum { LABEL_KEY = 161 };                  /* any; messages come in the same order each time */

struct mark { uint64_t hash; const struct unit *u; };

static int by_hash(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->u->head.order > y->u->head.order) - (x->u->head.order < y->u->head.order);
}

/* Labels with the same hash are nearly always alike: look at them. */
static void say_alike(struct check *c, const struct mark *v, size_t n)
{
	struct word *w = arena_array(c->scratch, struct word, n);

	for (size_t i = 0; w && i < n; i++)
		w[i] = (struct word){ text_skeleton(c->scratch, v[i].u->label), v[i].u->label, &v[i].u->head };
	if (w)
		say_equal(c, w, n);
}

static void say_all_alike(struct check *c, struct mark *v, size_t n)
{
	if (n)
		qsort(v, n, sizeof(*v), by_hash);
	for (size_t i = 0, k; i < n; i = k) {
		for (k = i + 1; k < n && v[k].hash == v[i].hash; k++)
			;
		if (k > i + 1)
			say_alike(c, v + i, k - i);
	}
}

/* Some units at a time, because looking for ids one by one waits for the memory each time. */
enum { AT_A_TIME = 32 };
struct lot {
	const struct unit *u[AT_A_TIME];
	const char *key[AT_A_TIME];
	uint64_t hash[AT_A_TIME];
	size_t n;
	struct arena keys;
	struct arena_mark empty;
};

static void look_for_ids(struct check *c, const struct index *units, struct lot *lot)
{
	for (size_t i = 0; i < lot->n; i++) {
		const struct unit *u = lot->u[i];
		const struct head *other = index_find(units, lot->hash[i], lot->key[i], strlen(lot->key[i]));

		if (other && other != &u->head)
			found(c, u->head.place, N_("«%s» names both «%s» and «%s»"), u->label, other->id, u->head.id);
	}
	lot->n = 0;
	arena_release(&lot->keys, lot->empty);
}

/* SEEN: a bit a hash, so many that few labels share one; those that do are looked at a second time.
 * Their hashes are kept in V. */
static size_t mark_labels(struct check *c, const struct index *units, struct mark *v)
{
	size_t n = 0, bits = 64, k = 0;
	struct lot lot = { 0 };
	uint64_t *seen, *twice;

	while (bits < units->n * 8)
		bits *= 2;
	seen = arena_array(c->scratch, uint64_t, bits / 64);
	twice = arena_array(c->scratch, uint64_t, bits / 64);
	if (!seen || !twice)
		return 0;
	arena_alloc(&lot.keys, 1, 1);
	lot.empty = arena_mark(&lot.keys);
	EACH(unit, u, c, "unit") {
		const char *key = text_skeleton(&lot.keys, u->label);
		size_t length = strlen(key), bit;

		v[n] = (struct mark){ index_hash(LABEL_KEY, key, length), u };
		bit = v[n++].hash & (bits - 1);
		twice[bit / 64] |= seen[bit / 64] & UINT64_C(1) << bit % 64;
		seen[bit / 64] |= UINT64_C(1) << bit % 64;
		lot.hash[lot.n] = index_hash(c->md->key, key, length);
		index_soon(units, lot.hash[lot.n]);
		lot.u[lot.n] = u;
		lot.key[lot.n++] = key;
		if (lot.n == AT_A_TIME)
			look_for_ids(c, units, &lot);
		if (u->parts.n)
			check_parts(c, u);
	}
	look_for_ids(c, units, &lot);
	arena_free(&lot.keys);
	for (size_t i = 0; i < n; i++)
		if (twice[(v[i].hash & (bits - 1)) / 64] >> (v[i].hash & 63) & 1)
			v[k++] = v[i];
	return k;
}

void check_labels(struct check *c)
{
	const struct index *units = &c->md->kinds[prep_of(c->md, &unit_object)->kind].index;
	struct mark *v = arena_array(c->scratch, struct mark, units->n + 1);

	if (v)
		say_all_alike(c, v, mark_labels(c, units, v));
}

/* There are many of A, few of B. */
static void clash(struct check *c, const char *a, const char *b)
{
	EACH(head, h, c, b) {
		const struct head *other = model_find(c->md, a, h->id);

		if (other)
			found(c, other->place, N_("«%s» is the id of two things: %s and %s"), h->id, a, b);
	}
}

void check_clash(struct check *c)
{
	clash(c, "unit", "module");
	clash(c, "event", "group");
}

/* evening.c - the plan of an evening: several attempts, the best of them, and what has changed. */
#include <stdlib.h>
#include <string.h>

#include "plan/evening_inside.h"

enum { ATTEMPTS = 32 };

/* ---- a night begins ---------------------------------------------------------------------------- */

static void *copied(struct arena *a, const uint8_t *from, size_t size)
{
	uint8_t *to = arena_array(a, uint8_t, size + 1);

	if (to && from)
		memcpy(to, from, size);
	return to;
}

static void night_before(struct night *n)
{
	const struct evening *e = n->e;

	for (size_t i = 0; i < e->ndone + e->nbefore; i++) {
		const struct evening_row *r = i < e->ndone ? &e->done[i] : &e->before[i - e->ndone];
		const uint32_t who[] = { r->a, r->b, r->c }, gives[] = { r->a_gives, r->b_gives, r->c_gives };

		if (i < e->ndone)
			night_count(n, r);
		for (size_t g = 0; g < 3; g++)
			for (size_t t = 0; t < 3; t++) {
				if (g == t || who[g] == NOTHING || who[t] == NOTHING || gives[g] == NOTHING)
					continue;
				had_add(n, who[t], who[g], e->unit_of[gives[g]]);
				if (i < e->ndone && r->kind != EV_CO_STUDY)
					n->served[who[t]] = true;
			}
	}
}

static bool night_make(struct night *n, const struct evening *e, struct arena *a, struct attempt how)
{
	size_t people = e->people, rounds = e->rounds >= e->first ? (size_t)(e->rounds - e->first) + 1 : 0;

	*n = (struct night){ .e = e, .a = a, .how = how, .chance = how.chance, .words = e->things / 64 + 1 };
	n->state = copied(a, e->state, people * e->units);
	n->whole = copied(a, e->state, people * e->units);
	n->met = copied(a, e->met, people * e->units);
	n->part = copied(a, e->part, people * e->things);
	n->partners = arena_array(a, uint8_t, people * people + 1);
	n->had = arena_array(a, uint8_t, people * people + 1);
	n->idles = arena_array(a, int32_t, people + 1);
	n->teaches = arena_array(a, int32_t, people + 1);
	n->launched = arena_array(a, int32_t, people + 1);
	n->served = arena_array(a, bool, people + 1);
	n->row = arena_array(a, struct evening_row, people * rounds + 1);
	n->here = arena_array(a, bool, people + 1);
	n->busy = arena_array(a, bool, people + 1);
	n->able = arena_array(a, bool, people + 1);
	n->fixed = arena_array(a, bool, people + 1);
	n->meant = arena_array(a, uint32_t, people + 1);
	n->begin = arena_array(a, uint32_t, people + 1);
	n->alone = arena_array(a, bool, (size_t)e->units + 1);
	n->thing_at = arena_array(a, uint32_t, n->words * 64);
	n->bit_of = arena_array(a, uint32_t, n->words * 64);
	n->givers = arena_array(a, int32_t, (size_t)e->things + 1);
	n->give = arena_array(a, uint64_t, people * n->words + 1);
	n->take = arena_array(a, uint64_t, people * n->words + 1);
	n->was = arena_array(a, const struct evening_row *, people + 1);
	if (a->oom)
		return false;
	night_before(n);
	return !a->oom;
}

/* ---- attempts ---------------------------------------------------------------------------------- */

/* What an attempt has come to; smaller is better, the first difference decides. */
struct worth { int64_t v[5]; };

static struct worth night_worth(const struct night *n)
{
	const struct evening *e = n->e;
	struct worth w = { { 0, 0, -n->gains, 0, -n->soft } };

	for (uint32_t a = 0; a < e->people; a++) {
		bool here = e->person[a].from > 0 && e->person[a].to >= e->first && e->person[a].from <= e->rounds;

		for (uint32_t b = 0; e->together && b < a; b++)
			w.v[0] += e->together[at_person(e, a, b)] && !n->partners[at_person(e, a, b)];
		w.v[1] += here && !n->served[a];
	}
	for (size_t i = 0; i < n->n; i++)
		w.v[3] += n->row[i].kind == EV_IDLE;
	return w;
}

static bool better(const struct worth *a, const struct worth *b)
{
	for (size_t i = 0; i < sizeof(a->v) / sizeof(*a->v); i++)
		if (a->v[i] != b->v[i])
			return a->v[i] < b->v[i];
	return false;
}

static bool attempt(struct night *n, const struct evening *e, struct arena *a, struct attempt how)
{
	if (!night_make(n, e, a, how))
		return false;
	for (int32_t r = e->first; r <= e->rounds; r++)
		if (!round_plan(n, r))
			return false;
	return true;
}

/* Counted by size, never by time: the same input gives the same plan on any machine. */
static uint32_t attempts(const struct evening *e)
{
	uint64_t rounds = e->rounds >= e->first ? (uint64_t)(e->rounds - e->first) + 1 : 1;
	uint64_t work = ((uint64_t)e->people + 8) * (e->people + 8) * (e->people + 8) * rounds;
	uint64_t n = 2 + 30000000 / (work + 1);

	return e->nwas ? 1 : n > ATTEMPTS ? ATTEMPTS : (uint32_t)n;
}

/* The best night, in one of two arenas. */
static struct night *best_of(const struct evening *e, struct night night[2], struct arena arena[2],
                             const uint32_t *ring, int32_t bound)
{
	uint32_t best = 0, count = attempts(e);
	struct worth most = { { 0 } }, w;

	for (uint32_t k = 0; k < count; k++) {
		uint32_t at = k ? !best : 0;
		struct attempt how = { .ring = e->nwas || k % 4 ? NULL : ring, .late = k / 2 % 2, .loose = k % 2, .bold = k > 2 };

		if (k > (ring != NULL))                    /* the first without chance */
			how.chance = (e->seed + 1) * 0x9E3779B97F4A7C15u + k;
		arena_free(&arena[at]);
		if (!attempt(&night[at], e, &arena[at], how))
			return NULL;
		w = night_worth(&night[at]);
		if (!k || better(&w, &most)) {
			best = at;
			most = w;
		}
		if (!most.v[0] && !most.v[1] && -most.v[2] >= bound)
			break;
	}
	return &night[best];
}

/* ---- the plan ---------------------------------------------------------------------------------- */

static bool same_side(const struct evening_row *r, uint32_t p, uint32_t gives)
{
	uint32_t g;

	return p == NOTHING ? r->a == p || r->b == p || r->c == p : row_has(r, p, &g) && g == gives;
}

static bool same(const struct evening_row *r, const struct evening_row *s)
{
	return r->round == s->round && r->kind == s->kind && (r->kind != EV_LAUNCH || r->a == s->a)
	       && same_side(s, r->a, r->a_gives) && same_side(s, r->b, r->b_gives) && same_side(s, r->c, r->c_gives)
	       && same_side(r, s->a, s->a_gives) && same_side(r, s->b, s->b_gives) && same_side(r, s->c, s->c_gives);
}

static int compare(const void *a, const void *b)
{
	const struct evening_row *r = a, *s = b;

	if (r->round != s->round)
		return r->round < s->round ? -1 : 1;
	if (r->kind != s->kind)
		return r->kind == EV_LAUNCH || (s->kind != EV_LAUNCH && r->kind < s->kind) ? -1 : 1;
	if (r->a != s->a)
		return r->a < s->a ? -1 : 1;
	return r->b < s->b ? -1 : r->b > s->b;
}

static bool plan_take(const struct evening *e, const struct night *best, struct arena *a, struct evening_plan *out)
{
	struct evening_row *row = arena_array(a, struct evening_row, best->n + 1);

	if (!row)
		return false;
	if (best->n)
		memcpy(row, best->row, best->n * sizeof(*row));
	for (size_t i = 0; i < best->n; i++) {
		row[i].changed = e->nwas > 0;
		for (size_t k = 0; k < e->nwas && row[i].changed; k++)
			row[i].changed = !same(&row[i], &e->was[k]);
	}
	qsort(row, best->n, sizeof(*row), compare);
	out->row = row;
	out->n = best->n;
	out->gains = best->gains;
	return evening_unserved(best, a, out);
}

bool evening_plan(const struct evening *e, struct arena *a, struct evening_plan *out)
{
	struct arena arena[2] = { { 0 }, { 0 } };
	struct night night[2], *best;
	const uint32_t *ring = evening_ring(e, a);
	bool ok;

	*out = (struct evening_plan){ .bound = evening_bound(e, a) };
	best = a->oom ? NULL : best_of(e, night, arena, ring, out->bound);
	ok = best && plan_take(e, best, a, out);
	arena_free(&arena[0]);
	arena_free(&arena[1]);
	return ok;
}

/* ---- for the caller ---------------------------------------------------------------------------- */

static bool met_done(const struct evening *e, uint32_t a, uint32_t b)
{
	uint32_t unused;

	for (size_t i = 0; i < e->ndone; i++)
		if (row_has(&e->done[i], a, &unused) && row_has(&e->done[i], b, &unused))
			return true;
	return false;
}

enum evening_rule evening_forced(const struct evening *e, uint32_t a, uint32_t b)
{
	const struct evening_person *pa = &e->person[a], *pb = &e->person[b];
	const uint32_t both[] = { a, b };
	size_t at = at_person(e, a, b);
	bool present = false;

	if (a == b)
		return EV_RULE_SELF;
	if (e->apart && e->apart[at])
		return EV_RULE_APART;
	for (int32_t r = e->first; r <= e->rounds; r++)
		present |= is_here(e, a, r) && is_here(e, b, r);
	if (!present)
		return EV_RULE_PRESENT;
	if (e->mixed && pa->outside != pb->outside)
		return EV_RULE_ROOM;
	if (e->no_repeat > 0 && e->met_ago && e->met_ago[at] < e->no_repeat)
		return EV_RULE_REPEAT;
	for (size_t i = 0; e->together && i < 2; i++) {
		int32_t rounds = 0, forced = 0;

		for (int32_t r = e->first; r <= e->rounds; r++)
			rounds += is_here(e, both[i], r);
		for (uint32_t p = 0; p < e->people; p++)
			forced += e->together[at_person(e, both[i], p)] && p != both[i] && !met_done(e, both[i], p);
		if (forced > rounds)
			return EV_RULE_ROUNDS;
	}
	return EV_RULE_NONE;
}

int32_t evening_minutes(const struct evening *e, const struct evening_row *row, size_t n, int32_t round)
{
	int32_t most = 0;

	for (size_t i = 0; i < n; i++) {
		const uint32_t thing[] = { row[i].a_gives, row[i].b_gives, row[i].c_gives };

		for (size_t k = 0; k < 3 && row[i].round == round; k++)
			if (thing[k] != NOTHING && unit_at(e, thing[k])->minutes > most)
				most = unit_at(e, thing[k])->minutes;
	}
	return most;
}

/* evening_bound.c - what no plan of an evening can exceed, and why somebody gains nothing in it.
 *
 * The bound is the smaller of two sums, each of which holds for every plan:
 *
 * by people: nobody gains more than one thing in a round, nor more than the things that could come to him at all.
 * A thing could come to him if his unit is lacking, what it rests on is held or could be completed on the spot, and
 * somebody else who comes could have it to give: the smallest set closed under these.
 *
 * by rounds: an odd one out gains nothing, nor does the bearer of a launch, which makes the number even: so an odd
 * number of people (in each room of a mixed evening) gain one less, unless three may meet. And what is gained is
 * given: one thing by each who has something to give (two in a meeting of three, launch_size by a bearer); those who
 * have nothing to give yet are at most as many as there were gains before, and gave nothing else. */
#include <string.h>

#include "plan/evening_inside.h"

struct reach {
	const struct evening *e;
	uint8_t *thing;                    /* [person * things + thing]: could come to him */
	uint32_t *givers;                  /* per thing: how many could give it */
	uint8_t *gives;                    /* [person * things + thing]: counted there */
	uint8_t *holds;                    /* [person * units + unit]: held, or could be */
	bool *comes, *starts, *could;      /* per person: there in a planned round; has something to give; could have */
};

static bool comes(const struct evening *e, uint32_t p)
{
	int32_t from = e->person[p].from > e->first ? e->person[p].from : e->first;

	return e->person[p].from > 0 && from <= e->person[p].to && from <= e->rounds;
}

static bool gives_now(const struct evening *e, uint32_t p, uint32_t thing)
{
	return e->state[at_unit(e, p, e->unit_of[thing])] & EV_GIVES
	       || (e->part && unit_at(e, thing)->parts && e->part[at_thing(e, p, thing)] & GIVES_PART);
}

static bool holds_part(const struct evening *e, uint32_t p, uint32_t thing)
{
	return e->part && e->part[at_thing(e, p, thing)] & HOLDS_PART;
}

static int32_t meetings_left(const struct evening *e, uint32_t p, uint32_t unit)
{
	const struct evening_unit *u = &e->unit[unit];
	int32_t left = u->meetings - (e->met ? e->met[at_unit(e, p, unit)] : 0);

	return left > 0 ? left : u->spot;
}

static bool reach_open(const struct reach *r, uint32_t p, uint32_t unit)
{
	const struct evening *e = r->e;
	uint8_t s = e->state[at_unit(e, p, unit)];

	if (!(s & EV_LACKS) || s & EV_HOLDS)
		return false;
	for (size_t i = 0; i < e->unit[unit].nneed; i++)
		if (!r->holds[at_unit(e, p, e->unit[unit].need[i])])
			return false;
	return true;
}

static void reach_gives(struct reach *r, uint32_t p, uint32_t thing)
{
	uint8_t *gives = &r->gives[at_thing(r->e, p, thing)];

	r->givers[thing] += !*gives;
	*gives = 1;
	r->could[p] = true;
}

/* One person and one unit; true: something new. */
static bool reach_more(struct reach *r, uint32_t p, uint32_t unit)
{
	const struct evening *e = r->e;
	const struct evening_unit *u = &e->unit[unit];
	bool all = true, more = false;

	if (!reach_open(r, p, unit))
		return false;
	for (uint32_t t = u->first; t < u->first + u->n; t++) {
		uint8_t *mine = &r->thing[at_thing(e, p, t)];

		if (*mine || (u->parts && holds_part(e, p, t)))
			continue;
		if (r->givers[t] > r->gives[at_thing(e, p, t)] && (u->parts || meetings_left(e, p, unit) > 0)) {
			*mine = 1;
			more = true;
			if (u->parts)
				reach_gives(r, p, t);
		} else {
			all = false;
		}
	}
	if (!all || !u->spot || r->holds[at_unit(e, p, unit)])
		return more;
	r->holds[at_unit(e, p, unit)] = 1;
	for (uint32_t t = u->first; t < u->first + u->n; t++)
		reach_gives(r, p, t);
	return true;
}

static bool reach_make(struct reach *r, const struct evening *e, struct arena *a)
{
	bool more = true;

	*r = (struct reach){ .e = e, .thing = arena_array(a, uint8_t, (size_t)e->people * e->things + 1),
		.givers = arena_array(a, uint32_t, (size_t)e->things + 1),
		.gives = arena_array(a, uint8_t, (size_t)e->people * e->things + 1),
		.holds = arena_array(a, uint8_t, (size_t)e->people * e->units + 1),
		.comes = arena_array(a, bool, (size_t)e->people + 1),
		.starts = arena_array(a, bool, (size_t)e->people + 1),
		.could = arena_array(a, bool, (size_t)e->people + 1) };
	if (a->oom)
		return false;
	for (uint32_t p = 0; p < e->people; p++) {
		r->comes[p] = comes(e, p);
		for (uint32_t u = 0; u < e->units; u++)
			r->holds[at_unit(e, p, u)] = !!(e->state[at_unit(e, p, u)] & EV_HOLDS);
		for (uint32_t t = 0; t < e->things && r->comes[p]; t++)
			if (gives_now(e, p, t))
				reach_gives(r, p, t);
		r->starts[p] = r->could[p];
	}
	while (more) {
		more = false;
		for (uint32_t p = 0; p < e->people; p++)
			for (uint32_t u = 0; u < e->units && r->comes[p]; u++)
				more |= reach_more(r, p, u);
	}
	return true;
}

static int64_t bound_person(const struct reach *r, uint32_t p)
{
	const struct evening *e = r->e;
	int64_t rounds = 0, things = 0;

	for (int32_t k = e->first; k <= e->rounds; k++)
		rounds += is_here(e, p, k);
	for (uint32_t t = 0; t < e->things; t++)
		if (r->thing[at_thing(e, p, t)])
			things += unit_at(e, t)->parts ? 1 : meetings_left(e, p, e->unit_of[t]);
	return rounds < things ? rounds : things;
}

static bool any_trio(const struct evening *e)
{
	for (uint32_t u = 0; u < e->units; u++)
		if (e->unit[u].trio)
			return true;
	return false;
}

/* How many P can give to in one round. */
static int64_t hands(const struct evening *e, uint32_t p, bool trio)
{
	int64_t most = trio ? 2 : 1;

	for (uint32_t u = 0; u < e->units; u++)
		if (e->state[at_unit(e, p, u)] & EV_BEARS && e->unit[u].launch_size > most)
			most = e->unit[u].launch_size;
	return most;
}

/* BEFORE: gains of the rounds before. */
static int64_t bound_round(const struct reach *r, int32_t round, int64_t before, bool trio)
{
	const struct evening *e = r->e;
	int64_t here[2] = { 0, 0 }, gives = 0, later = 0, gains = 0;

	for (uint32_t p = 0; p < e->people; p++) {
		if (!is_here(e, p, round))
			continue;
		here[e->mixed && e->person[p].outside]++;
		if (r->starts[p])
			gives += hands(e, p, trio);
		else
			later += r->could[p];
	}
	gives += (later < before ? later : before) * (trio ? 2 : 1);
	for (int i = 0; i < 2; i++)
		gains += here[i] < 2 ? 0 : here[i] - (here[i] % 2 && !trio);
	return gains < gives ? gains : gives;
}

int32_t evening_bound(const struct evening *e, struct arena *a)
{
	struct arena_mark mark = arena_mark(a);
	int64_t people = 0, rounds = 0;
	bool trio = any_trio(e);
	struct reach r;

	if (!reach_make(&r, e, a))
		return 0;
	for (uint32_t p = 0; p < e->people; p++)
		people += r.comes[p] ? bound_person(&r, p) : 0;
	for (int32_t k = e->first; k <= e->rounds; k++)
		rounds += bound_round(&r, k, rounds, trio);
	arena_release(a, mark);
	return (int32_t)(people < rounds ? people : rounds);
}

/* ---- who gains nothing ------------------------------------------------------------------------- */

static bool could_meet(const struct night *n, uint32_t p, uint32_t q)
{
	const struct evening *e = n->e;
	bool there = false;

	for (int32_t r = e->first; r <= e->rounds; r++)
		there |= is_here(e, p, r) && is_here(e, q, r);
	return there && (may_meet(n, p, q) || n->partners[at_person(e, p, q)]);
}

/* One unit that P could begin with: who stands in the way? */
static enum evening_why why_unit(const struct night *n, uint32_t p, uint32_t unit)
{
	const struct evening_unit *u = &n->e->unit[unit];
	enum evening_why why = EV_NO_GIVER;

	for (uint32_t t = u->first; t < u->first + u->n; t++) {
		if (!can_take(n, p, t))
			continue;
		for (uint32_t q = 0; q < n->e->people; q++) {
			if (q == p || !comes(n->e, q) || !can_give(n, q, t))
				continue;
			if (could_meet(n, p, q))
				return EV_GIVERS_BUSY;
			why = EV_PARTED;
		}
	}
	return why;
}

static struct evening_unserved why_person(const struct night *n, uint32_t p)
{
	struct evening_unserved out = { p, EV_ALL_DONE, NOTHING };
	const struct evening *e = n->e;

	for (uint32_t u = 0; u < e->units; u++) {
		uint8_t s = n->state[at_unit(e, p, u)];
		bool left = false;
		enum evening_why why;

		for (uint32_t t = e->unit[u].first; t < e->unit[u].first + e->unit[u].n; t++)
			left |= can_take(n, p, t);
		if (!left || !(s & EV_LACKS) || s & EV_HOLDS)
			continue;
		if (!is_open(n, p, u)) {
			if (out.why == EV_ALL_DONE)
				out.why = EV_NOTHING_LEFT;
			continue;
		}
		why = why_unit(n, p, u);
		if (out.unit != NOTHING && (why == EV_NO_GIVER || out.why == EV_GIVERS_BUSY || out.why == why))
			continue;
		out.why = why;
		out.unit = u;
	}
	return out;
}

bool evening_unserved(const struct night *n, struct arena *a, struct evening_plan *out)
{
	struct evening_unserved *v = arena_array(a, struct evening_unserved, (size_t)n->e->people + 1);

	if (!v)
		return false;
	out->unserved = v;
	for (uint32_t p = 0; p < n->e->people; p++)
		if (comes(n->e, p) && !n->served[p])
			v[out->nunserved++] = why_person(n, p);
	return true;
}

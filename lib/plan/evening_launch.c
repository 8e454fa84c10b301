/* evening_launch.c - what comes before the pairs of a round: launches by bearers, and the beginning of units that
 * nobody can teach. */
#include "plan/evening_inside.h"

/* A bearer and those whom he could launch in a unit. */
struct launch { uint32_t bearer, unit; uint32_t *who; uint32_t n, fresh; int32_t score; };

static bool is_free(const struct night *n, uint32_t p)
{
	return n->here[p] && !n->busy[p] && !n->fixed[p];
}

static bool only_bearers(const struct night *n, uint32_t unit)
{
	const struct evening_unit *u = &n->e->unit[unit];

	for (uint32_t p = 0; p < n->e->people; p++) {
		uint8_t s = n->state[at_unit(n->e, p, unit)];

		if (!n->here[p] || !n->able[p] || s & EV_BEARS)
			continue;
		if (s & EV_GIVES)
			return false;
		for (uint32_t t = u->first; u->parts && t < u->first + u->n; t++)
			if (n->part[at_thing(n->e, p, t)] & GIVES_PART)
				return false;
	}
	return true;
}

/* What A launches B with: of the parts the one that fewest have, those of this round counted in. */
static uint32_t launch_thing(const struct night *n, uint32_t a, uint32_t b, uint32_t unit)
{
	const struct evening_unit *u = &n->e->unit[unit];
	uint32_t best = NOTHING, fewest = UINT32_MAX;

	for (uint32_t t = u->first; t < u->first + u->n; t++) {
		uint32_t holders = 0;

		if (!may_give(n, a, b, t))
			continue;
		for (uint32_t p = 0; u->parts && p < n->e->people; p++)
			holders += n->here[p] && n->part[at_thing(n->e, p, t)] & HOLDS_PART;
		for (size_t i = n->n; i-- > 0 && n->row[i].round == n->round; )
			holders += n->row[i].kind == EV_LAUNCH && n->row[i].a_gives == t;
		if (holders < fewest) {
			fewest = holders;
			best = t;
		}
	}
	return best;
}

static uint32_t wishes(const struct night *n, uint32_t p)
{
	uint32_t count = 0;

	for (size_t w = 0; w < n->words; w++)
		count += (uint32_t)__builtin_popcountll(n->take[p * n->words + w]);
	return count;
}

static bool gains_here(const struct night *n, uint32_t p)
{
	for (uint32_t q = 0; q < n->e->people; q++)
		if (n->here[q] && q != p && best_thing(n, q, p) != NOTHING)
			return true;
	return false;
}

static bool goes_first(const struct night *n, uint32_t p, uint32_t q)
{
	if (n->idles[p] != n->idles[q])
		return n->idles[p] > n->idles[q];
	if (n->served[p] != n->served[q])
		return n->served[q];
	return wishes(n, p) < wishes(n, q);
}

/* Who would come: first those who were left over, those with nothing yet, then those with the fewest other wishes. */
static void launch_ask(struct night *n, struct launch *l)
{
	uint32_t turn = chance(n, n->e->people);

	l->n = l->fresh = 0;
	for (uint32_t i = 0; i < n->e->people; i++) {
		uint32_t p = (i + turn) % n->e->people, at;

		if (!is_free(n, p) || !may_meet(n, l->bearer, p) || launch_thing(n, l->bearer, p, l->unit) == NOTHING)
			continue;
		for (at = l->n++; at > 0 && goes_first(n, p, l->who[at - 1]); at--)
			l->who[at] = l->who[at - 1];
		l->who[at] = p;
	}
	if (l->n > (uint32_t)n->e->unit[l->unit].launch_size)
		l->n = (uint32_t)n->e->unit[l->unit].launch_size;
	for (uint32_t i = 0; i < l->n; i++)
		l->fresh += !n->served[l->who[i]];
}

static bool launch_best(struct night *n, struct launch *best, struct launch *l)
{
	best->n = 0;
	for (l->unit = 0; l->unit < n->e->units; l->unit++) {
		if (n->e->unit[l->unit].launch_size < 1 || !only_bearers(n, l->unit))
			continue;
		for (l->bearer = 0; l->bearer < n->e->people; l->bearer++) {
			struct launch swap;

			if (!is_free(n, l->bearer) || !n->able[l->bearer]
			    || !(n->state[at_unit(n->e, l->bearer, l->unit)] & EV_BEARS))
				continue;
			launch_ask(n, l);
			l->score = 16 * (int32_t)l->n + 8 * (int32_t)l->fresh + (int32_t)chance(n, 16);
			if (!n->served[l->bearer] && gains_here(n, l->bearer))
				l->score -= 12;
			if (l->n < 2 || (best->n && l->score <= best->score))
				continue;
			swap = *best;
			*best = *l;
			l->who = swap.who;
		}
	}
	return best->n > 0;
}

static void launch_row(struct night *n, uint32_t bearer, uint32_t learner, uint32_t thing)
{
	night_row(n, (struct evening_row){ .kind = EV_LAUNCH, .a = bearer, .b = learner, .c = NOTHING,
		.a_gives = thing, .b_gives = NOTHING, .c_gives = NOTHING });
}

static bool in_room(const struct night *n, uint32_t p, bool outside)
{
	return n->here[p] && night_room(n, p) == (int)outside;
}

/* An odd number is left, all of whom were left over more often than somebody in a launch. */
static bool is_unfair(const struct night *n, bool outside, bool *odd)
{
	int32_t free = INT32_MAX, busy = INT32_MAX;

	*odd = false;
	for (uint32_t p = 0; p < n->e->people; p++) {
		int32_t *least = n->busy[p] ? &busy : &free;

		if (!in_room(n, p, outside))
			continue;
		*odd ^= !n->busy[p];
		if (n->idles[p] < *least)
			*least = n->idles[p];
	}
	return *odd && free > busy;
}

static uint32_t launch_size(const struct night *n, size_t from, uint32_t bearer)
{
	uint32_t size = 0;

	for (size_t i = from; i < n->n; i++)
		size += n->row[i].kind == EV_LAUNCH && n->row[i].a == bearer;
	return size;
}

static bool launch_one_more(struct night *n, const struct evening_row *r, bool outside)
{
	uint32_t unit = n->e->unit_of[r->a_gives], thing, bearer = r->a;

	for (uint32_t p = 0; p < n->e->people; p++) {
		if (!is_free(n, p) || !in_room(n, p, outside) || !may_meet(n, bearer, p))
			continue;
		thing = launch_thing(n, bearer, p, unit);
		if (thing == NOTHING)
			continue;
		launch_row(n, bearer, p, thing);
		return true;
	}
	return false;
}

/* So that nobody is left over: one more learner for a launch, or one fewer; the last two are parted only when the
 * one who is left over would not be one of those with the fewest idle rounds. KEPT: only then is anything changed. */
static void launches_even(struct night *n, size_t from, bool outside, bool kept)
{
	uint32_t most = 0;
	size_t drop = n->n;
	bool odd, unfair = is_unfair(n, outside, &odd);

	if (!odd || (kept && !unfair))
		return;
	for (size_t i = from; i < n->n; i++) {
		const struct evening_row *r = &n->row[i];
		uint32_t size;

		if (r->kind != EV_LAUNCH || !in_room(n, r->a, outside))
			continue;
		size = launch_size(n, from, r->a);
		if (size < (uint32_t)n->e->unit[n->e->unit_of[r->a_gives]].launch_size &&
		    launch_one_more(n, r, outside))
			return;
		if (size > (unfair ? 1 : 2) && wishes(n, r->b) > most) {
			most = wishes(n, r->b);
			drop = i;
		}
	}
	if (drop == n->n)
		return;
	n->busy[n->row[drop].b] = false;
	for (n->n--; drop < n->n; drop++)
		n->row[drop] = n->row[drop + 1];
}

void round_launches(struct night *n, size_t from, bool kept)
{
	struct arena_mark mark = arena_mark(n->a);
	struct launch best = { .who = arena_array(n->a, uint32_t, n->e->people + 1) };
	struct launch l = { .who = arena_array(n->a, uint32_t, n->e->people + 1) };

	while (best.who && l.who && launch_best(n, &best, &l))
		for (uint32_t i = 0; i < best.n; i++)
			launch_row(n, best.bearer, best.who[i], launch_thing(n, best.bearer, best.who[i], best.unit));
	arena_release(n->a, mark);
	launches_even(n, from, false, kept);
	if (n->e->mixed)
		launches_even(n, from, true, kept);
}

static bool launches_now(const struct night *n, uint32_t p)
{
	for (size_t i = n->n; i-- > 0 && n->row[i].round == n->round; )
		if (n->row[i].kind == EV_LAUNCH && n->row[i].a == p)
			return true;
	return false;
}

/* Those of the former plan whose bearer is there, with the learners who still want what he gives. */
void round_launches_kept(struct night *n)
{
	const struct evening *e = n->e;

	for (size_t i = 0; i < e->nwas; i++) {
		const struct evening_row *r = &e->was[i];

		if (r->round != n->round || r->kind != EV_LAUNCH || !n->here[r->a] || !n->here[r->b] || !n->able[r->a])
			continue;
		if (n->busy[r->b] || !may_meet(n, r->a, r->b) || !may_give(n, r->a, r->b, r->a_gives)
		    || !(n->state[at_unit(e, r->a, e->unit_of[r->a_gives])] & EV_BEARS))
			continue;
		if (n->busy[r->a] && !launches_now(n, r->a))
			continue;
		launch_row(n, r->a, r->b, r->a_gives);
	}
}

/* ---- what nobody can teach --------------------------------------------------------------------- */

/* With how many he could exchange something now. */
static uint32_t exchanges(const struct night *n, uint32_t p)
{
	uint32_t count = 0;

	for (uint32_t q = 0; q < n->e->people; q++)
		if (is_free(n, q) && q != p)
			count += (best_thing(n, q, p) != NOTHING) + (best_thing(n, p, q) != NOTHING);
	return count;
}

static bool begin_with(struct night *n, uint32_t unit, const uint32_t *value)
{
	uint32_t a = NOTHING, b = NOTHING, least = UINT32_MAX;

	for (uint32_t p = 0; p < n->e->people; p++)
		for (uint32_t q = p + 1; q < n->e->people && is_free(n, p) && co_begins(n, p, unit); q++)
			if (is_free(n, q) && co_begins(n, q, unit) && may_meet(n, p, q) &&
			    value[p] + value[q] < least) {
				least = value[p] + value[q];
				a = p;
				b = q;
			}
	if (a == NOTHING)
		return false;
	n->meant[a] = b;
	n->meant[b] = a;
	n->begin[a] = n->begin[b] = n->e->unit[unit].first;
	n->fixed[a] = n->fixed[b] = true;
	return true;
}

/* One meeting for a unit, by those who lose least; a sixth of the people in a round, so that the others' exchange
 * goes on. Where nothing can be exchanged, the pairs of the round begin such units anyway. */
void round_begin(struct night *n)
{
	const struct evening *e = n->e;
	struct arena_mark mark = arena_mark(n->a);
	uint32_t *value = arena_array(n->a, uint32_t, e->people + 1);
	uint32_t here = 0, meetings;

	if (!value)
		return;
	for (uint32_t p = 0; p < e->people; p++) {
		here += n->here[p];
		value[p] = n->here[p] ? exchanges(n, p) : 0;
	}
	meetings = here / 12 ? here / 12 : 1;
	for (uint32_t u = 0; u < e->units && meetings; u++) {
		bool begun = !n->alone[u];

		for (uint32_t p = 0; p < e->people && !begun; p++)
			begun = is_begun(n, p, u);
		if (!begun)
			meetings -= begin_with(n, u, value);
	}
	arena_release(n->a, mark);
}

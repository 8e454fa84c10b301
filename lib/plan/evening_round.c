/* evening_round.c - one round: forced pairs, what comes first, then the pairs of the largest weight, and whoever
 * is left over. */
#include "base/tr.h"
#include "plan/evening_inside.h"
#include "plan/match.h"

/* A term outweighs all lower ones of a whole round, down to two-way; from there on those of its meeting. The sum of a
 * meeting stays below MATCH_HEAVIEST. */
const struct evening_term evening_terms[] = {
	{ "idle", N_("whoever was left over most often, is not left over"), 0x1p55 },
	{ "must", N_("a forced pair, or the beginning of what nobody can teach"), 0x1p51 },
	{ "keep", N_("as it stands in the former plan"), 0x1p43 },
	{ "gains", N_("useful gains in this round"), 0x1p35 },
	{ "fresh", N_("people who have gained nothing yet in this evening"), 0x1p27 },
	{ "two_way", N_("two-way over one-way"), 0x1p19 },
	{ "rare", N_("what the fewest can teach"), 0x1p10 },
	{ "begin", N_("to begin together what nobody can teach, over a talk"), 0x1p8 },
	{ "partner", N_("a new partner over a repeated one"), 0x1p7 },
	{ "cross", N_("other schools and other technologies"), 0x1p5 },
	{ "load", N_("who has taught less"), 0x1p3 },
	{ "code", N_("else in the order of codes"), 1 },
	{ NULL, NULL, 0 }
};

static int32_t few(int32_t x)
{
	return x < 0 ? 0 : x > FEW ? FEW : x;
}

/* ---- a meeting of two -------------------------------------------------------------------------- */

/* Can a meeting of the former plan be held as it stands? A talk only where nothing at all has changed: else those who
 * talk may have something better to do. */
static bool stands(const struct night *n, const struct evening_row *r)
{
	const uint32_t who[] = { r->a, r->b, r->c }, gives[] = { r->a_gives, r->b_gives, r->c_gives };

	for (size_t i = 0; i < 3; i++) {
		bool taken = gives[i] == NOTHING;
		int takes = 0;

		if (who[i] == NOTHING)
			continue;
		if (!n->here[who[i]] || n->busy[who[i]])
			return false;
		if (r->kind == EV_CO_STUDY && (taken || !co_begins(n, who[i], n->e->unit_of[gives[i]])))
			return false;
		for (size_t k = 0; k < 3; k++) {
			if (k == i || who[k] == NOTHING)
				continue;
			if (!may_meet(n, who[i], who[k])
			    || (r->kind == EV_DISCUSS && best_thing(n, who[i], who[k]) != NOTHING))
				return false;
			taken = taken || r->kind != EV_TEACH || may_give(n, who[i], who[k], gives[i]);
			takes += r->kind == EV_TEACH && gives[k] != NOTHING && may_give(n, who[k], who[i], gives[k]);
		}
		if (!taken || takes > 1)
			return false;
	}
	return r->kind == EV_TEACH || r->kind == EV_CO_STUDY || n->intact;
}

static void pair_kept(const struct night *n, uint32_t a, uint32_t b, struct pair *p)
{
	const struct evening_row *r = n->was[a];
	struct pair as = *p;

	if (!r || r != n->was[b] || r->kind == EV_LAUNCH)
		return;
	as.kind = r->kind;
	if (stands(n, r)) {
		row_has(r, a, &as.a_gives);
		row_has(r, b, &as.b_gives);
		if (r->kind == EV_TEACH && as.a_gives != NOTHING && !may_give(n, a, b, as.a_gives))
			as.a_gives = NOTHING;          /* it was meant for the third */
		if (r->kind == EV_TEACH && as.b_gives != NOTHING && !may_give(n, b, a, as.b_gives))
			as.b_gives = NOTHING;
		p->value[T_KEEP] = 1;
		if (r->kind == EV_TEACH && as.a_gives == NOTHING && as.b_gives == NOTHING)
			return;
		*p = as;
		p->value[T_KEEP] = 2;
	} else if (p->kind == EV_TEACH) {
		p->value[T_KEEP] = r->kind == EV_TEACH;
	} else {
		p->value[T_BEGIN] += 2;
	}
}

static int32_t rare(const struct night *n, uint32_t thing)
{
	int32_t givers = thing == NOTHING ? INT32_MAX : n->givers[thing];

	return givers <= 1 ? 3 : givers == 2 ? 2 : givers <= 4;
}

static int32_t load_of(const struct night *n, uint32_t p, uint32_t gives)
{
	return gives == NOTHING ? 0 : few(n->e->person[p].taught + n->teaches[p] - n->least[0].taught);
}

/* 1 … 12: idle rounds of this evening, then of those before. */
static int32_t idle_rank(const struct night *n, uint32_t p)
{
	const struct least *least = &n->least[night_room(n, p)];
	int32_t idles = few(n->idles[p] - least->idles);

	return (FEW + 1) * (idles < FEW ? idles : FEW - 1) + few(n->e->person[p].idle - least->idle) + 1;
}

static void pair_value(const struct night *n, uint32_t a, uint32_t b, struct pair *p)
{
	const struct evening_person *pa = &n->e->person[a], *pb = &n->e->person[b];
	bool teach = p->kind == EV_TEACH, ab = teach && p->a_gives != NOTHING, ba = teach && p->b_gives != NOTHING;
	int32_t la = load_of(n, a, p->a_gives), lb = load_of(n, b, p->b_gives);
	int32_t *v = p->value;

	v[T_IDLE] = idle_rank(n, a) + idle_rank(n, b);
	v[T_GAINS] = ab + ba;
	v[T_FRESH] = (ab && !n->served[b]) + (ba && !n->served[a]);
	v[T_TWO_WAY] = ab && ba ? 3 : (ab || ba) && !unit_at(n->e, ab ? p->a_gives : p->b_gives)->swap;
	v[T_RARE] = teach ? rare(n, p->a_gives) + rare(n, p->b_gives) : 0;
	v[T_BEGIN] += p->kind == EV_CO_STUDY;
	v[T_NEW] = !met_before(n, a, b);
	v[T_CROSS] = (pa->org != pb->org) + !(pa->technologies & pb->technologies);
	v[T_LOAD] = teach ? FEW - (la > lb ? la : lb) : FEW;
	if (n->how.ring && n->how.ring[(size_t)(n->round - n->e->first) * n->e->people + a] == b)
		v[T_KEEP] = 2;
	v[T_MUST] = n->meant[a] == b;
}

static void pair_make(struct night *n, uint32_t a, uint32_t b, struct pair *p)
{
	*p = (struct pair){ .kind = EV_TEACH, .a_gives = best_thing(n, a, b), .b_gives = best_thing(n, b, a) };
	if (p->a_gives == NOTHING && p->b_gives == NOTHING) {
		p->a_gives = p->b_gives = co_study(n, a, b);
		p->kind = p->a_gives == NOTHING ? EV_DISCUSS : EV_CO_STUDY;
	}
	if (n->meant[a] == b && n->begin[a] != NOTHING) {
		p->a_gives = p->b_gives = n->begin[a];
		p->kind = EV_CO_STUDY;
	}
	pair_kept(n, a, b, p);
	pair_value(n, a, b, p);
}

static void pair_row(struct night *n, uint32_t a, uint32_t b)
{
	struct pair p;

	if (a > b) {
		uint32_t x = a;

		a = b;
		b = x;
	}
	pair_make(n, a, b, &p);
	for (int t = T_FRESH; t < T_CODE; t++)
		n->soft += p.value[t] * (int64_t)evening_terms[t].weight;
	night_row(n, (struct evening_row){ .kind = p.kind, .a = a, .b = b, .c = NOTHING,
		.a_gives = p.a_gives, .b_gives = p.b_gives, .c_gives = NOTHING });
}

/* ---- pairs of the largest weight --------------------------------------------------------------- */

/* COUNT people, at most MATCH_MOST; those who stay alone are left free. */
static bool pairs_of(struct night *n, const uint32_t *who, uint32_t count)
{
	int64_t *w = arena_array(n->a, int64_t, (size_t)count * count + 1);
	uint32_t *mate = arena_array(n->a, uint32_t, count + 1);

	if (!w || !mate)
		return false;
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t k = i + 1; k < count; k++) {
			struct pair p;
			int64_t sum = chance(n, 8);

			if (!may_meet(n, who[i], who[k]))
				continue;
			pair_make(n, who[i], who[k], &p);
			p.value[T_GAINS] += n->how.bold && n->round < n->e->rounds && !chance(n, 8);
			for (int t = 0; t < TERMS; t++)
				sum += p.value[t] * (int64_t)evening_terms[t].weight;
			w[(size_t)i * count + k] = w[(size_t)k * count + i] = sum;
		}
	if (!match(count, w, n->a, mate))
		return false;
	for (uint32_t i = 0; i < count; i++)
		if (mate[i] != MATCH_ALONE && mate[i] > i)
			pair_row(n, who[i], who[mate[i]]);
	return true;
}

static uint32_t free_people(const struct night *n, uint32_t *who)
{
	uint32_t count = 0;

	for (uint32_t p = 0; p < n->e->people; p++)
		if (n->here[p] && !n->busy[p])
			who[count++] = p;
	return count;
}

/* Large evenings in portions of people who come from all over the list; then those left over of all portions. */
static bool round_pairs(struct night *n)
{
	struct arena_mark mark = arena_mark(n->a);
	uint32_t *who = arena_array(n->a, uint32_t, n->e->people + 1);
	uint32_t *portion = arena_array(n->a, uint32_t, n->e->people + 1);
	uint32_t count, portions, size;
	bool ok = who && portion;

	count = ok ? free_people(n, who) : 0;
	portions = (count + MATCH_MOST - 1) / MATCH_MOST;
	for (uint32_t k = 0; ok && k < portions; k++) {
		size = 0;
		for (uint32_t i = k; i < count; i += portions)
			portion[size++] = who[i];
		ok = pairs_of(n, portion, size);
	}
	if (ok && portions > 1) {
		size = free_people(n, who);
		ok = pairs_of(n, who, size < MATCH_MOST ? size : MATCH_MOST);
	}
	arena_release(n->a, mark);
	return ok;
}

/* ---- the round --------------------------------------------------------------------------------- */

static bool launch_stands(const struct night *n, const struct evening_row *r)
{
	return n->here[r->a] && n->here[r->b] && may_meet(n, r->a, r->b) && may_give(n, r->a, r->b, r->a_gives);
}

/* Still one of those with the fewest idle rounds, and nobody else is idle whom he could meet. */
static bool idle_stands(const struct night *n, uint32_t p)
{
	for (uint32_t q = 0; q < p; q++)
		if (n->was[q] && n->was[q]->kind == EV_IDLE && may_meet(n, p, q))
			return false;
	return n->idles[p] == n->least[night_room(n, p)].idles;
}

/* Nothing of this round has changed. */
static void round_same(struct night *n)
{
	for (size_t i = 0; i < n->e->nwas; i++) {
		struct evening_row row = n->e->was[i];

		if (row.round != n->round)
			continue;
		row.repeat = row.changed = false;
		row_sort(&row);
		night_row(n, row);
	}
}

/* What the former plan says of this round; false: nothing. */
static bool round_was(struct night *n)
{
	const struct evening *e = n->e;
	bool any = false, intact = true;

	n->intact = true;
	for (size_t i = 0; i < e->nwas; i++) {
		const struct evening_row *r = &e->was[i];
		const uint32_t who[] = { r->a, r->b, r->c };

		if (r->round != n->round)
			continue;
		any = true;
		intact &= r->kind == EV_LAUNCH ? launch_stands(n, r) : stands(n, r);
		for (size_t k = 0; k < 3; k++)
			if (who[k] != NOTHING)
				n->was[who[k]] = r;
	}
	for (uint32_t p = 0; p < e->people; p++)
		intact &= !n->here[p] || (n->was[p] && (n->was[p]->kind != EV_IDLE || idle_stands(n, p)));
	n->intact = intact;
	for (uint32_t p = 0; p < e->people; p++)
		if (n->here[p] && n->was[p])
			n->fixed[p] = n->was[p]->kind == EV_LAUNCH ? n->here[n->was[p]->a] : stands(n, n->was[p]);
	return any;
}

static bool meet_later(const struct night *n, uint32_t a, uint32_t b)
{
	uint32_t unused;

	for (size_t i = 0; i < n->e->nwas; i++) {
		const struct evening_row *r = &n->e->was[i];

		if (r->round > n->round && r->kind != EV_IDLE && row_has(r, a, &unused) && row_has(r, b, &unused)
		    && is_here(n->e, a, r->round) && is_here(n->e, b, r->round))
			return true;
	}
	return false;
}

/* Has P more forced pairs to come than other rounds for them? */
static bool is_urgent(const struct night *n, uint32_t p)
{
	int32_t rounds = 0, pairs = 0;

	for (int32_t r = n->round; r <= n->e->rounds; r++)
		rounds += is_here(n->e, p, r);
	for (uint32_t q = 0; q < n->e->people; q++)
		pairs += n->e->together[at_person(n->e, p, q)] && !n->partners[at_person(n->e, p, q)];
	return pairs >= rounds;
}

static bool last_chance(const struct night *n, uint32_t a, uint32_t b)
{
	for (int32_t r = n->round + 1; r <= n->e->rounds; r++)
		if (is_here(n->e, a, r) && is_here(n->e, b, r))
			return is_urgent(n, a) || is_urgent(n, b);
	return true;
}

/* Forced pairs are meant for each other as soon as they can; at last whatever it costs. */
static void round_forced(struct night *n)
{
	const struct evening *e = n->e;

	for (int last = 1; e->together && last >= 0; last--)
		for (uint32_t a = 0; a < e->people; a++)
			for (uint32_t b = a + 1; b < e->people && n->here[a] && !n->busy[a] && n->meant[a] == NOTHING;
			     b++) {
				if (!e->together[at_person(e, a, b)] || n->partners[at_person(e, a, b)] || !n->here[b]
				    || n->busy[b] || n->meant[b] != NOTHING || !may_meet(n, a, b) || meet_later(n, a, b)
				    || last_chance(n, a, b) != last)
					continue;
				n->meant[a] = b;
				n->meant[b] = a;
				n->fixed[a] = n->fixed[b] = true;
				if (last)
					pair_row(n, a, b);
			}
}

bool round_plan(struct night *n, int32_t round)
{
	size_t from = n->n;
	bool was;

	night_round(n, round);
	was = round_was(n);
	round_forced(n);
	for (uint32_t p = 0; p < n->e->people; p++)
		n->intact &= n->meant[p] == NOTHING;
	if (n->intact) {
		round_same(n);
		night_take(n, from);
		return !n->a->oom;
	}
	if (was)
		round_launches_kept(n);
	round_launches(n, from, was);
	if (!was && (!n->how.late || round == n->e->rounds))
		round_begin(n);
	if (!round_pairs(n))
		return false;
	for (uint32_t p = 0; p < n->e->people; p++)
		if (n->here[p] && !n->busy[p])
			round_left_over(n, from, p);
	night_take(n, from);
	return !n->a->oom;
}

/* evening_state.c - what each of an evening has, may give and may take, from round to round. */
#include <string.h>

#include "plan/evening_inside.h"

uint32_t chance(struct night *n, uint32_t below)
{
	uint64_t z;

	if (!n->how.chance || below < 2)
		return 0;
	z = n->chance += 0x9E3779B97F4A7C15u;              /* splitmix64 */
	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return (uint32_t)((z ^ z >> 31) % below);
}

/* ---- what may be ------------------------------------------------------------------------------- */

static bool bit(const uint64_t *set, uint32_t i)
{
	return set[i / 64] >> i % 64 & 1;
}

static void bit_set(uint64_t *set, uint32_t i)
{
	set[i / 64] |= (uint64_t)1 << i % 64;
}

static bool partner_before(const struct night *n, uint32_t learner, uint32_t partner, uint32_t unit)
{
	if (!n->had[at_person(n->e, learner, partner)])
		return false;
	for (size_t i = 0; i < n->nhad; i++)
		if (n->had_row[i].learner == learner && n->had_row[i].partner == partner && n->had_row[i].unit == unit)
			return true;
	return false;
}

bool may_take(const struct night *n, uint32_t b, uint32_t thing)
{
	return bit(n->take + b * n->words, n->bit_of[thing]);
}

bool may_give(const struct night *n, uint32_t a, uint32_t b, uint32_t thing)
{
	uint32_t bit_no = n->bit_of[thing];

	return a != b && bit(n->give + a * n->words, bit_no) && bit(n->take + b * n->words, bit_no)
	       && (!unit_at(n->e, thing)->new_partner || !partner_before(n, b, a, n->e->unit_of[thing]));
}

bool may_meet(const struct night *n, uint32_t a, uint32_t b)
{
	const struct evening *e = n->e;
	size_t at = at_person(e, a, b);

	if (a == b || (e->apart && e->apart[at]) || (e->mixed && e->person[a].outside != e->person[b].outside))
		return false;
	return e->no_repeat <= 0 || (!n->partners[at] && (!e->met_ago || e->met_ago[at] >= e->no_repeat));
}

bool met_before(const struct night *n, uint32_t a, uint32_t b)
{
	size_t at = at_person(n->e, a, b);

	return n->partners[at] || (n->e->met_ago && n->e->met_ago[at] < n->e->gap);
}

/* Did he have it to give when the evening began? */
static bool is_own(const struct evening *e, uint32_t p, uint32_t thing)
{
	return e->state[at_unit(e, p, e->unit_of[thing])] & EV_GIVES
	       || (e->part && e->part[at_thing(e, p, thing)] & GIVES_PART);
}

uint32_t best_thing(const struct night *n, uint32_t a, uint32_t b)
{
	uint32_t best = NOTHING;

	for (size_t w = 0; w < n->words; w++)
		for (uint64_t both = n->give[a * n->words + w] & n->take[b * n->words + w]; both; both &= both - 1) {
			uint32_t thing = n->thing_at[w * 64 + (size_t)__builtin_ctzll(both)];

			if (unit_at(n->e, thing)->new_partner && partner_before(n, b, a, n->e->unit_of[thing]))
				continue;
			if (!n->how.ring || is_own(n->e, a, thing))
				return thing;
			if (best == NOTHING)
				best = thing;
		}
	return best;
}

bool is_open(const struct night *n, uint32_t p, uint32_t unit)
{
	const struct evening_unit *u = &n->e->unit[unit];
	uint8_t s = n->state[at_unit(n->e, p, unit)];

	if (!(s & EV_LACKS) || s & EV_HOLDS)
		return false;
	for (size_t i = 0; i < u->nneed; i++)
		if (!(n->state[at_unit(n->e, p, u->need[i])] & EV_HOLDS))
			return false;
	return true;
}

static bool nobody_gives(const struct night *n, uint32_t unit)
{
	const struct evening *e = n->e;
	const struct evening_unit *u = &e->unit[unit];

	if (u->somebody || !u->n)
		return false;
	for (uint32_t p = 0; p < e->people; p++) {
		if (n->state[at_unit(e, p, unit)] & (EV_GIVES | EV_BEARS))
			return false;
		for (uint32_t t = u->first; u->parts && t < u->first + u->n; t++)
			if (n->part[at_thing(e, p, t)] & GIVES_PART)
				return false;
	}
	return true;
}

bool is_begun(const struct night *n, uint32_t a, uint32_t unit)
{
	return n->met[at_unit(n->e, a, unit)] || n->state[at_unit(n->e, a, unit)] & BEGUN;
}

bool co_begins(const struct night *n, uint32_t a, uint32_t unit)
{
	const struct evening_unit *u = &n->e->unit[unit];

	if (!n->alone[unit] || is_begun(n, a, unit) || !is_open(n, a, unit))
		return false;
	for (uint32_t t = u->first; u->parts && t < u->first + u->n; t++)
		if (n->part[at_thing(n->e, a, t)])
			return false;
	return true;
}

uint32_t co_study(const struct night *n, uint32_t a, uint32_t b)
{
	for (uint32_t u = 0; u < n->e->units; u++)
		if (co_begins(n, a, u) && co_begins(n, b, u)
		    && !(n->e->unit[u].new_partner && (partner_before(n, a, b, u) || partner_before(n, b, a, u))))
			return n->e->unit[u].first;
	return NOTHING;
}

bool things_trio(const struct evening *e, const struct evening_row *r)
{
	const uint32_t thing[] = { r->a_gives, r->b_gives, r->c_gives };
	bool any = false;

	for (size_t i = 0; i < 3; i++) {
		if (thing[i] != NOTHING && !unit_at(e, thing[i])->trio)
			return false;
		any |= thing[i] != NOTHING;
	}
	for (uint32_t u = 0; !any && u < e->units; u++)    /* a talk: of which technique, nobody knows */
		if (!e->unit[u].trio)
			return false;
	return any || e->units;
}

/* ---- a round begins ---------------------------------------------------------------------------- */

bool can_take(const struct night *n, uint32_t p, uint32_t thing)
{
	const struct evening *e = n->e;
	uint32_t unit = e->unit_of[thing];
	const struct evening_unit *u = &e->unit[unit];

	if (u->parts)
		return !(n->part[at_thing(e, p, thing)] & HOLDS_PART);
	return u->spot || n->met[at_unit(e, p, unit)] < u->meetings;   /* else it owes its check */
}

bool can_give(const struct night *n, uint32_t p, uint32_t thing)
{
	const struct evening *e = n->e;
	uint32_t unit = e->unit_of[thing];

	return n->state[at_unit(e, p, unit)] & EV_GIVES
	       || (e->unit[unit].parts && n->part[at_thing(e, p, thing)] & GIVES_PART);
}

/* Rarest first; equals by number, or by chance. */
static bool order_things(struct night *n)
{
	const struct evening *e = n->e;
	struct arena_mark mark = arena_mark(n->a);
	uint32_t *order = arena_array(n->a, uint32_t, e->things + 1);
	uint32_t *from = arena_array(n->a, uint32_t, e->people + 2);

	if (!order || !from)
		return false;
	for (uint32_t t = 0; t < e->things; t++) {
		uint32_t at = n->how.chance ? chance(n, t + 1) : t;

		order[t] = order[at];
		order[at] = t;
	}
	for (uint32_t t = 0; t < e->things; t++)
		from[(n->how.loose ? 0 : n->givers[t]) + 1]++;
	for (uint32_t i = 1; i <= e->people; i++)
		from[i] += from[i - 1];
	for (uint32_t i = 0; i < e->things; i++) {
		uint32_t at = from[n->how.loose ? 0 : n->givers[order[i]]]++;

		n->thing_at[at] = order[i];
		n->bit_of[order[i]] = at;
	}
	arena_release(n->a, mark);
	return true;
}

static int32_t less(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

void night_round(struct night *n, int32_t round)
{
	const struct evening *e = n->e;

	n->round = round;
	memcpy(n->whole, n->state, (size_t)e->people * e->units);
	n->least[0] = n->least[1] = (struct least){ INT32_MAX, INT32_MAX, INT32_MAX };
	memset(n->givers, 0, e->things * sizeof(*n->givers));
	memset(n->give, 0, e->people * n->words * sizeof(*n->give));
	memset(n->take, 0, e->people * n->words * sizeof(*n->take));
	for (uint32_t p = 0; p < e->people; p++) {
		const struct evening_person *who = &e->person[p];
		struct least *least;

		n->here[p] = is_here(e, p, round);
		n->busy[p] = n->fixed[p] = false;
		n->was[p] = NULL;
		n->meant[p] = n->begin[p] = NOTHING;
		if (!n->here[p])
			continue;
		least = &n->least[night_room(n, p)];
		least->idles = less(least->idles, n->idles[p]);
		least->idle = less(least->idle, who->idle);
		n->least[0].taught = less(n->least[0].taught, who->taught + n->teaches[p]);
		n->able[p] = !who->load || n->teaches[p] < who->load;
		for (uint32_t t = 0; n->able[p] && t < e->things; t++)
			n->givers[t] += can_give(n, p, t);
	}
	for (uint32_t u = 0; u < e->units; u++)
		n->alone[u] = nobody_gives(n, u);
	if (!order_things(n))
		return;
	for (uint32_t p = 0; p < e->people; p++) {
		if (!n->here[p])
			continue;
		for (uint32_t t = 0; n->able[p] && t < e->things; t++)
			if (can_give(n, p, t))
				bit_set(n->give + p * n->words, n->bit_of[t]);
		for (uint32_t u = 0; u < e->units; u++) {
			const struct evening_unit *unit = &e->unit[u];

			for (uint32_t t = unit->first; is_open(n, p, u) && t < unit->first + unit->n; t++)
				if (can_take(n, p, t))
					bit_set(n->take + p * n->words, n->bit_of[t]);
		}
	}
}

/* ---- a round goes well ------------------------------------------------------------------------- */

void had_add(struct night *n, uint32_t learner, uint32_t partner, uint32_t unit)
{
	struct had *grown;

	if (!n->e->unit[unit].new_partner)
		return;
	grown = arena_grow(n->a, n->had_row, &n->had_cap, n->nhad + 1, sizeof(*grown));
	if (!grown)
		return;
	n->had_row = grown;
	n->had_row[n->nhad++] = (struct had){ learner, partner, unit };
	n->had[at_person(n->e, learner, partner)] = 1;
}

static void took(struct night *n, uint32_t b, uint32_t a, uint32_t thing)
{
	const struct evening *e = n->e;
	uint32_t unit = e->unit_of[thing], held = 0;
	const struct evening_unit *u = &e->unit[unit];
	bool whole = n->whole[at_unit(e, a, unit)] & EV_GIVES;
	uint8_t *met = &n->met[at_unit(e, b, unit)];

	n->gains++;
	n->served[b] = true;
	if (u->parts) {
		n->part[at_thing(e, b, thing)] |= HOLDS_PART | GIVES_PART;
		for (uint32_t t = u->first; t < u->first + u->n; t++)
			held += n->part[at_thing(e, b, t)] & HOLDS_PART;
	} else {
		*met += *met < UINT8_MAX;
	}
	if (u->spot && whole && (u->parts ? held == u->n : *met >= u->meetings)) {
		n->state[at_unit(e, b, unit)] &= (uint8_t)~EV_LACKS;
		n->state[at_unit(e, b, unit)] |= EV_HOLDS | EV_GIVES;
	}
}

static void partners(struct night *n, uint32_t a, uint32_t b)
{
	if (a != NOTHING && b != NOTHING)
		n->partners[at_person(n->e, a, b)] = n->partners[at_person(n->e, b, a)] = 1;
}

/* Who met and who taught; the rows of a launch are one meeting. */
void night_count(struct night *n, const struct evening_row *r)
{
	if (r->kind == EV_IDLE) {
		n->idles[r->a]++;
		return;
	}
	partners(n, r->a, r->b);
	partners(n, r->a, r->c);
	if (r->kind == EV_LAUNCH && n->launched[r->a] != r->round) {
		n->launched[r->a] = r->round;
		n->teaches[r->a]++;
	}
	partners(n, r->b, r->c);
	if (r->kind != EV_TEACH)
		return;
	n->teaches[r->a] += r->a_gives != NOTHING;
	n->teaches[r->b] += r->b_gives != NOTHING;
	if (r->c != NOTHING)
		n->teaches[r->c] += r->c_gives != NOTHING;
}

void night_take(struct night *n, size_t from)
{
	for (size_t i = from; i < n->n; i++) {
		const struct evening_row *r = &n->row[i];
		const uint32_t who[] = { r->a, r->b, r->c }, gives[] = { r->a_gives, r->b_gives, r->c_gives };

		night_count(n, r);
		for (size_t g = 0; g < 3; g++)
			for (size_t t = 0; t < 3; t++) {
				if (g == t || who[g] == NOTHING || who[t] == NOTHING || gives[g] == NOTHING)
					continue;
				if (r->kind == EV_CO_STUDY)
					n->state[at_unit(n->e, who[t], n->e->unit_of[gives[g]])] |= BEGUN;
				else if (may_give(n, who[g], who[t], gives[g]))
					took(n, who[t], who[g], gives[g]);
				had_add(n, who[t], who[g], n->e->unit_of[gives[g]]);
			}
	}
}

void night_row(struct night *n, struct evening_row row)
{
	const uint32_t who[] = { row.a, row.b, row.c };

	row.round = n->round;
	for (size_t i = 0; i < 3; i++)
		for (size_t k = 0; k < i; k++)
			if (who[i] != NOTHING && who[k] != NOTHING)
				row.repeat |= met_before(n, who[i], who[k]);
	for (size_t i = 0; i < 3; i++)
		if (who[i] != NOTHING)
			n->busy[who[i]] = true;
	n->row[n->n++] = row;
}

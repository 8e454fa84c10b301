/* pair_make.c - the plan of an evening: how many rounds, what a former plan keeps, who works with whom. */
#include <stdlib.h>
#include <string.h>

#include "base/word.h"
#include "service/pairing.h"

enum { GAP = 84 };                         /* days before the same two meet again */

/* As many as fit into its minutes, by the longest technique of what is exchanged. */
static int32_t rounds(const struct pairing *p)
{
	int32_t longest = 0;

	if (p->asked->rounds)
		return (int32_t)p->asked->rounds;
	if (p->o.rounds)
		return p->o.rounds;
	for (uint32_t i = 0; i < p->cast.e.units; i++)
		if (p->cast.units[i].minutes > longest)
			longest = p->cast.units[i].minutes;
	return longest && p->o.minutes >= longest ? p->o.minutes / longest : 1;
}

static uint32_t person_of(struct pairing *p, const char *code)
{
	for (uint32_t i = 0; code && i < p->cast.e.people; i++)
		if (!strcmp(p->cast.code[i], code))
			return i;
	return NOTHING;
}

static const char *const kinds[] = {
	[EV_TEACH] = N_("teach"), [EV_LAUNCH] = N_("launch"), [EV_CO_STUDY] = N_("co_study"), [EV_DISCUSS] = N_("discuss"), [EV_IDLE] = N_("idle"),
};

static enum evening_kind kind_of(const char *word)
{
	for (size_t i = 0; word && i < sizeof(kinds) / sizeof(*kinds); i++)
		if (!strcmp(kinds[i], word))
			return (enum evening_kind)i;
	return EV_DISCUSS;
}

const char *pairing_kind(enum evening_kind k)
{
	return kinds[k];
}

static struct evening_row row_of(struct pairing *p, const struct meeting_row *r)
{
	const struct cast *c = &p->cast;

	return (struct evening_row){ .round = r->round, .kind = kind_of(r->kind), .repeat = r->repeat,
		.a = person_of(p, r->who[0]), .b = person_of(p, r->who[1]), .c = person_of(p, r->who[2]),
		.a_gives = r->gives[0] ? cast_thing(c, r->gives[0]) : NOTHING,
		.b_gives = r->gives[1] ? cast_thing(c, r->gives[1]) : NOTHING,
		.c_gives = r->gives[2] ? cast_thing(c, r->gives[2]) : NOTHING };
}

/* Does everybody of a saved meeting come? */
static bool all_come(struct pairing *p, const struct meeting_row *r)
{
	for (size_t i = 0; i < 3; i++)
		if (r->who[i] && person_of(p, r->who[i]) == NOTHING)
			return false;
	return true;
}

/* The saved meetings as the pairing knows them: those before FIRST as done, the others as a former plan. */
static enum nsi_status former(struct pairing *p, struct evening *e)
{
	struct evening_row *done = arena_array(&p->n->scratch, struct evening_row, p->was.n + 1);
	struct evening_row *was = arena_array(&p->n->scratch, struct evening_row, p->was.n + 1);

	if (!done || !was)
		return NSI_MEMORY;
	e->ndone = e->nwas = 0;
	for (size_t k = 0; k < p->was.n; k++) {
		const struct meeting_row *r = &p->was.v[k];

		if (!all_come(p, r))
			continue;
		if (r->round < e->first)
			done[e->ndone++] = row_of(p, r);
		else
			was[e->nwas++] = row_of(p, r);
	}
	e->done = done;
	e->was = was;
	return NSI_OK;
}

/* What the rounds before FIRST brought, if they go well. */
static enum nsi_status gained(struct pairing *p, struct evening *e)
{
	struct went_row *row = arena_array(&p->n->scratch, struct went_row, e->ndone + 1);
	struct went went;
	struct cast *c = &p->cast;

	if (!row)
		return NSI_MEMORY;
	for (size_t k = 0; k < e->ndone; k++)
		row[k] = (struct went_row){ .round = e->done[k].round, .kind = pairing_kind(e->done[k].kind),
			.who = { e->done[k].a, e->done[k].b, e->done[k].c }, .gives = { e->done[k].a_gives, e->done[k].b_gives, e->done[k].c_gives },
			.result = { WENT_OK, WENT_OK, WENT_OK } };
	if (!evening_went(e, row, e->ndone, false, &p->n->scratch, &went))
		return NSI_MEMORY;
	for (size_t i = 0; i < went.ngain; i++) {
		const struct went_gain *g = &went.gain[i];
		size_t cell = (size_t)g->person * e->units + g->unit;

		if (g->step == WENT_PART)
			c->part[(size_t)g->person * e->things + g->thing] |= 3;
		if (g->step == WENT_STARTED && c->met[cell] < UINT8_MAX)
			c->met[cell]++;
		if (g->step == WENT_MASTERED || g->whole)
			c->state[cell] = EV_HOLDS | EV_GIVES;
	}
	return NSI_OK;
}

/* The last round in which somebody gains something; at least the first. */
static int32_t useful(const struct pairing *p)
{
	int32_t last = p->cast.e.first;

	for (size_t k = 0; k < p->plan.n; k++) {
		const struct evening_row *r = &p->plan.row[k];

		if (r->round > last && (r->a_gives != NOTHING || r->b_gives != NOTHING || r->c_gives != NOTHING))
			last = r->round;
	}
	return last;
}

/* Of "12w" the days; 0: not said. */
static enum nsi_status span_of(struct nsi *n, const char *word, int32_t *days)
{
	char *end;
	long k = word ? strtol(word, &end, 10) : 0;

	*days = 0;
	if (!word)
		return NSI_OK;
	if (end == word || k < 1 || k > 520 || (*end && !word_find(&n->scratch, "d w", end)))
		return fail(&n->messages, NSI_USAGE, N_("\"%s\" is no span of days or weeks, as 12w"), word);
	*days = (int32_t)k * (word_find(&n->scratch, "w", end) ? 7 : 1);
	return NSI_OK;
}

/* Forced pairs are put where they fit; where they do not, that is said. */
static enum nsi_status all_forced(struct pairing *p)
{
	const struct evening *e = &p->cast.e;
	enum nsi_status status = NSI_OK;

	for (uint32_t a = 0; a < e->people; a++)
		for (uint32_t b = a + 1; b < e->people; b++) {
			bool met = !e->together[(size_t)a * e->people + b];

			for (size_t k = 0; k < p->plan.n && !met; k++) {
				const struct evening_row *r = &p->plan.row[k];
				bool first = r->a == a || r->b == a || r->c == a,
				     second = r->a == b || r->b == b || r->c == b;

				met = first && second;
			}
			for (size_t k = 0; k < e->ndone && !met; k++)
				met = (e->done[k].a == a && e->done[k].b == b) ||
				      (e->done[k].a == b && e->done[k].b == a);
			if (!met && p->asked->together.n)
				status = fail(&p->n->messages, NSI_DATA,
				              N_("%s and %s: no round is left in which they could meet"),
				              p->cast.shown[a], p->cast.shown[b]);
			else if (!met)
				warn(&p->n->messages, N_("%s and %s: no round is left in which they could meet"),
				     p->cast.shown[a], p->cast.shown[b]);
		}
	return status;
}

enum nsi_status pairing_make(struct pairing *p)
{
	struct evening *e = &p->cast.e;
	const char *gap = setting(p->n, "pairing.gap");
	enum nsi_status status = span_of(p->n, p->asked->no_repeat, &e->no_repeat);

	if (status)
		return status;
	e->rounds = rounds(p);
	e->first = p->asked->from_round ? (int32_t)p->asked->from_round : 1;
	if (e->rounds < 1 || e->rounds > EVENING_ROUNDS || e->first < 1 || e->first > e->rounds)
		return fail(&p->n->messages, NSI_USAGE, N_("rounds are 1 to %d, and --from-round one of them"),
		            EVENING_ROUNDS);
	e->gap = gap && atoi(gap) > 0 ? atoi(gap) : GAP;
	e->seed = (uint64_t)p->asked->seed;
	status = pairing_forced(p);
	if (!status && p->o.plan_seq)
		status = meetings_read(p->n, p->o.plan_origin, p->o.plan_seq, &p->was);
	if (!status)
		status = former(p, e);
	if (!status)
		status = gained(p, e);
	if (status)
		return status;
	if (!evening_plan(e, &p->n->scratch, &p->plan))
		return NSI_MEMORY;
	if (!p->asked->rounds && !p->o.rounds && useful(p) < e->rounds) {
		e->rounds = useful(p);         /* nobody said how many: none in which nobody gains anything */
		if (!evening_plan(e, &p->n->scratch, &p->plan))
			return NSI_MEMORY;
	}
	return all_forced(p);
}

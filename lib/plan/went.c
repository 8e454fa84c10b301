/* went.c - an evening as it went: the rounds one after the other, each as the one before left people. */
#include "plan/went.h"

#include <string.h>

struct walk {
	const struct evening *e;
	const struct went_row *row;
	struct arena *a;
	bool strict, *took_place;
	uint8_t *state, *met, *part;       /* as evening's, and as they are now */
	int32_t *busy;                     /* per person: the round in which he met last */
	struct went_gain *gain; size_t ngain, cap_gain;
	struct went_loss *loss; size_t nloss, cap_loss;
};

static uint8_t *state(struct walk *w, uint32_t person, uint32_t unit)
{
	return &w->state[(size_t)person * w->e->units + unit];
}

static uint8_t *part(struct walk *w, uint32_t person, uint32_t thing)
{
	return &w->part[(size_t)person * w->e->things + thing];
}

static bool may_give(struct walk *w, uint32_t person, uint32_t thing)
{
	return *state(w, person, w->e->unit_of[thing]) & EV_GIVES || *part(w, person, thing) & 2;
}

static enum went_why may_take(struct walk *w, uint32_t person, uint32_t thing)
{
	const struct evening_unit *u = &w->e->unit[w->e->unit_of[thing]];
	uint8_t s = *state(w, person, w->e->unit_of[thing]);

	if (s & EV_HOLDS || (u->parts && *part(w, person, thing) & 5))
		return WENT_TAKER_HOLDS;
	if (!(s & EV_LACKS))
		return WENT_NOT_PLANNED;
	for (size_t i = 0; i < u->nneed; i++)
		if (!(*state(w, person, u->need[i]) & EV_HOLDS))
			return WENT_NOT_READY;
	return WENT_TOOK_PLACE;
}

static void lost(struct walk *w, size_t row, uint32_t person, uint32_t giver, uint32_t thing, enum went_why why)
{
	struct went_loss *v = arena_grow(w->a, w->loss, &w->cap_loss, w->nloss + 1, sizeof(*v));

	if (!v)
		return;
	w->loss = v;
	v[w->nloss++] = (struct went_loss){ row, person, giver, thing, why };
}

static struct went_gain *gained(struct walk *w, size_t row, uint32_t person, uint32_t giver, uint32_t thing)
{
	struct went_gain *v = arena_grow(w->a, w->gain, &w->cap_gain, w->ngain + 1, sizeof(*v));
	uint32_t unit = w->e->unit_of[thing];

	if (!v)
		return NULL;
	w->gain = v;
	v += w->ngain++;
	*v = (struct went_gain){ .row = row, .person = person, .giver = giver, .thing = thing, .unit = unit,
	                         .before = w->met[(size_t)person * w->e->units + unit] };
	return v;
}

static bool all_parts(struct walk *w, uint32_t person, const struct evening_unit *u)
{
	for (uint32_t t = u->first; t < u->first + u->n; t++)
		if (!(*part(w, person, t) & 1))
			return false;
	return true;
}

/* What PERSON took from GIVER went well; what it brings is seen by those who come after this round. */
static void learned(struct walk *w, size_t row, uint32_t person, uint32_t giver, uint32_t thing, size_t to)
{
	struct went_gain *g = gained(w, row, person, giver, thing);
	const struct evening_unit *u = g ? &w->e->unit[g->unit] : NULL;
	bool later = g && *state(w, person, g->unit) & EV_LATER, twice = w->row[row].signed_twice[to],
	     other = w->row[row].by_another[to];
	bool spot = u && !later && (u->signed_twice ? twice : u->spot && (!w->strict || twice || other));

	if (!g)
		return;
	if (u->parts) {
		g->step = WENT_PART;
		*part(w, person, thing) |= 1;
		g->whole = all_parts(w, person, u) && spot && *state(w, giver, g->unit) & EV_GIVES;
		g->owed = all_parts(w, person, u) && !g->whole && !later;
	} else {
		bool last = g->before + 1 >= u->meetings;

		g->step = last && spot ? WENT_MASTERED : WENT_STARTED;
		g->owed = last && !spot && !later;
		g->later = last && later;
	}
}

static void studied(struct walk *w, size_t row, uint32_t person, uint32_t thing)
{
	struct went_gain *g = gained(w, row, person, NOTHING, thing);

	if (g)
		g->owed = g->before + 1 >= w->e->unit[g->unit].meetings && !w->e->unit[g->unit].parts &&
		          !(*state(w, person, g->unit) & EV_LATER);
}

/* Only now does it count for others. */
static void settle(struct walk *w, size_t from)
{
	for (size_t i = from; i < w->ngain; i++) {
		const struct went_gain *g = &w->gain[i];
		uint8_t *met = &w->met[(size_t)g->person * w->e->units + g->unit];

		if (g->step == WENT_PART && g->giver != NOTHING)
			*part(w, g->person, g->thing) |= 3;
		if (g->step == WENT_STARTED && *met < UINT8_MAX)
			++*met;
		if (g->step == WENT_MASTERED || g->whole)
			*state(w, g->person, g->unit) = EV_HOLDS | EV_GIVES;
	}
}

static bool there(struct walk *w, const struct went_row *r, size_t i)
{
	const struct evening_person *p = &w->e->person[r->who[i]];

	return r->result[i] != WENT_ABSENT && p->from && r->round >= p->from && (!p->to || r->round <= p->to);
}

/* One who gives something and one who is to take it. */
static void teaching(struct walk *w, size_t k, size_t from, size_t to)
{
	const struct went_row *r = &w->row[k];
	uint32_t thing = r->gives[from], giver = r->who[from], person = r->who[to];
	bool check = !strcmp(r->kind, "check");
	enum went_why why;

	if (r->result[to] == WENT_NONE)
		return;
	why = may_take(w, person, thing);
	if (!why && !may_give(w, giver, thing))
		why = WENT_GIVER_LACKS;
	if (!why && check && *state(w, person, w->e->unit_of[thing]) & EV_LATER)
		why = WENT_TAKER_HOLDS;
	if (why == WENT_TAKER_HOLDS && r->who[2] != NOTHING && !r->named)
		return;                            /* of three one may only listen */
	if (why) {
		lost(w, k, person, giver, thing, why);
	} else if (r->result[to] == WENT_OK && check) {
		struct went_gain *g = gained(w, k, person, giver, thing);

		if (g)
			g->step = WENT_MASTERED;
	} else if (r->result[to] == WENT_OK) {
		learned(w, k, person, giver, thing, to);
	}
}

static void together(struct walk *w, size_t k)
{
	const struct went_row *r = &w->row[k];

	for (size_t i = 0; i < 3; i++) {
		uint32_t thing = r->gives[i] != NOTHING ? r->gives[i] : r->gives[0];
		enum went_why why;

		if (r->who[i] == NOTHING || thing == NOTHING || r->result[i] == WENT_NONE)
			continue;
		why = may_take(w, r->who[i], thing);
		if (why)
			lost(w, k, r->who[i], NOTHING, thing, why);
		else if (r->result[i] == WENT_OK)
			studied(w, k, r->who[i], thing);
	}
}

/* Were all there, and in no other meeting of this round? Of a launch a row is one learner with the same giver. */
static enum went_why could_meet(struct walk *w, size_t k)
{
	const struct went_row *r = &w->row[k];

	for (size_t i = 0; i < 3; i++)
		if (r->who[i] != NOTHING && !there(w, r, i))
			return WENT_SOMEBODY_ABSENT;
	for (size_t i = 0; i < 3; i++)
		if (r->who[i] != NOTHING && w->busy[r->who[i]] == r->round && (i || strcmp(r->kind, "launch") != 0))
			return WENT_TWICE;
	return WENT_TOOK_PLACE;
}

static void missed(struct walk *w, size_t k, enum went_why why)
{
	const struct went_row *r = &w->row[k];
	size_t before = w->nloss;

	for (size_t from = 0; from < 3; from++)
		for (size_t to = 0; to < 3; to++)
			if (from != to && r->who[from] != NOTHING && r->who[to] != NOTHING &&
			    r->gives[from] != NOTHING && !r->foreign[from])
				lost(w, k, r->who[to], r->who[from], r->gives[from], why);
	if (w->nloss == before)
		lost(w, k, r->who[0], r->who[1], NOTHING, why);
}

static void meeting(struct walk *w, size_t k)
{
	const struct went_row *r = &w->row[k];
	enum went_why why = could_meet(w, k);
	bool both = !strcmp(r->kind, "co_study");

	if (why) {
		if (strcmp(r->kind, "idle") != 0)
			missed(w, k, why);
		return;
	}
	w->took_place[k] = true;
	for (size_t i = 0; i < 3; i++)
		if (r->who[i] != NOTHING)
			w->busy[r->who[i]] = r->round;
	if (both)
		together(w, k);
	for (size_t from = 0; from < 3 && !both; from++)
		for (size_t to = 0; to < 3; to++)
			if (from != to && r->who[from] != NOTHING && r->who[to] != NOTHING &&
			    r->gives[from] != NOTHING && !r->foreign[from])
				teaching(w, k, from, to);
}

static void *copied(struct arena *a, const uint8_t *from, size_t n)
{
	uint8_t *to = arena_array(a, uint8_t, n + 1);

	if (to && n)
		memcpy(to, from, n);
	return to;
}

bool evening_went(const struct evening *e, const struct went_row *row, size_t n, bool strict, struct arena *a,
                  struct went *out)
{
	struct walk w = { .e = e, .row = row, .a = a, .strict = strict };
	size_t cells = (size_t)e->people * e->units;

	w.state = copied(a, e->state, cells);
	w.met = copied(a, e->met, cells);
	w.part = copied(a, e->part, (size_t)e->people * e->things);
	w.busy = arena_array(a, int32_t, e->people + 1);
	w.took_place = arena_array(a, bool, n + 1);
	if (!w.state || !w.met || !w.part || !w.busy || !w.took_place)
		return false;
	for (size_t k = 0; k < n;) {
		size_t from = w.ngain;
		int32_t round = row[k].round;

		for (; k < n && row[k].round == round; k++)
			meeting(&w, k);
		settle(&w, from);
	}
	*out = (struct went){ w.gain, w.ngain, w.loss, w.nloss, w.took_place };
	return !a->oom;
}

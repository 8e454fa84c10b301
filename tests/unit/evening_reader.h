/* evening_reader.h - a plan is read row by row against the rules. */
#ifndef TEST_EVENING_READER_H
#define TEST_EVENING_READER_H

#include "evening.h"

#define MUST(condition) \
	check(condition, "seed %d, round %d, kind %d, %d-%d-%d give %d %d %d: %s", (int)s->e->seed, (int)r->round, \
	      (int)r->kind, (int)r->a, (int)r->b, (int)r->c, (int)r->a_gives, (int)r->b_gives, (int)r->c_gives, #condition)

/* A round before those that are planned: what was gained in it is in the state already. */
static inline void story_done(struct story *s, const struct evening_row *r, const struct evening_row *before)
{
	const uint32_t who[] = { r->a, r->b, r->c }, gives[] = { r->a_gives, r->b_gives, r->c_gives };
	bool again = r->kind == EV_LAUNCH && before && before->kind == EV_LAUNCH && before->round == r->round && before->a == r->a;

	for (int i = 0; i < 3; i++)
		for (int k = 0; k < 3; k++) {
			if (i == k || who[i] == NOTHING || who[k] == NOTHING)
				continue;
			s->seen[who[i] * s->e->people + who[k]] = 1;
			if (gives[k] != NOTHING)
				s->had[(s->e->unit_of[gives[k]] * s->e->people + who[i]) * s->e->people + who[k]] = 1;
		}
	for (int i = 0; i < 3; i++)
		if (who[i] != NOTHING)
			s->taught[who[i]] += gives[i] != NOTHING && r->kind != EV_CO_STUDY && !again;
	s->idles[r->a] += r->kind == EV_IDLE;
}

static inline void story_begin(struct story *s, const struct evening *e, struct arena *a)
{
	size_t units = e->people * e->units, things = e->people * e->things;

	*s = (struct story){ .e = e, .state = arena_array(a, uint8_t, units + 1), .met = arena_array(a, uint8_t, units + 1),
		.part = arena_array(a, uint8_t, things + 1), .seen = arena_array(a, uint8_t, e->people * e->people + 1),
		.had = arena_array(a, uint8_t, e->people * e->people * e->units + 1) };
	assert_false(a->oom);
	memcpy(s->state, e->state, units);
	memcpy(s->met, e->met, units);
	memcpy(s->part, e->part, things);
	for (size_t i = 0; i < e->ndone; i++)
		story_done(s, &e->done[i], i ? &e->done[i - 1] : NULL);
}

static inline void story_copy(struct story *to, const struct story *from, struct arena *a)
{
	const struct evening *e = from->e;
	size_t units = e->people * e->units, things = e->people * e->things;

	story_begin(to, e, a);
	memset(to->taught, 0, sizeof(to->taught));
	memset(to->idles, 0, sizeof(to->idles));
	memcpy(to->state, from->state, units);
	memcpy(to->met, from->met, units);
	memcpy(to->part, from->part, things);
	memcpy(to->seen, from->seen, e->people * e->people);
	memcpy(to->had, from->had, e->people * e->people * e->units);
}

/* Only bearers who are there could teach it. */
static inline void read_launch(const struct story *s, const struct evening_row *r, const struct evening_row *row, size_t n)
{
	uint32_t u = s->e->unit_of[r->a_gives], size = 0;

	MUST(r->b != NOTHING && r->c == NOTHING && r->b_gives == NOTHING);
	MUST(s->state[r->a * s->e->units + u] & EV_BEARS);
	for (size_t i = 0; i < n; i++)
		size += row[i].kind == EV_LAUNCH && row[i].a == r->a;
	MUST(size >= 1 && size <= (uint32_t)s->e->unit[u].launch_size);
	for (uint32_t p = 0; p < s->e->people && !s->e->nwas; p++)     /* a former one may stay */
		for (uint32_t t = 0; t < s->e->unit[u].n; t++)
			MUST(!naive_here(s->e, p, r->round) || !naive_gives(s, p, s->e->unit[u].first + t)
			     || s->state[p * s->e->units + u] & EV_BEARS
			     || (s->e->person[p].load && s->taught[p] >= s->e->person[p].load));
}

/* Three: only where one would be left over, and all of it allows that. */
static inline void read_trio(const struct story *s, const struct evening_row *r, const uint32_t *gives, bool odd)
{
	bool any = false, all = true;

	MUST(odd);
	for (int i = 0; i < 3; i++) {
		any |= gives[i] != NOTHING;
		MUST(gives[i] == NOTHING || s->e->unit[s->e->unit_of[gives[i]]].trio);
	}
	for (uint32_t u = 0; u < s->e->units; u++)
		all &= s->e->unit[u].trio;
	MUST(any || all);
}

/* NEXT: the story after this round. */
static inline void read_row(const struct story *s, struct story *next, const struct evening_row *r, bool odd)
{
	const uint32_t who[] = { r->a, r->b, r->c }, gives[] = { r->a_gives, r->b_gives, r->c_gives };
	int gains = 0;

	MUST(r->kind == EV_IDLE ? r->b == NOTHING : r->b != NOTHING);
	for (int i = 0; i < 3; i++) {
		int taken = 0, takes = 0;

		if (who[i] == NOTHING) {
			MUST(gives[i] == NOTHING);
			continue;
		}
		MUST(naive_here(s->e, who[i], r->round));
		MUST(r->kind == EV_LAUNCH || i == 0 || who[i] > who[i - 1]);
		MUST(r->kind != EV_CO_STUDY || (gives[i] == r->a_gives && naive_begins(s, who[i], s->e->unit_of[gives[i]])));
		MUST((r->kind != EV_DISCUSS && r->kind != EV_IDLE) || gives[i] == NOTHING);
		for (int k = 0; k < 3; k++) {
			if (k == i || who[k] == NOTHING)
				continue;
			MUST(naive_meet(s, who[i], who[k]));
			next->seen[who[i] * s->e->people + who[k]] = 1;
			if (gives[k] != NOTHING)
				next->had[(s->e->unit_of[gives[k]] * s->e->people + who[i]) * s->e->people + who[k]] = 1;
			taken += gives[i] != NOTHING && naive_teach(s, who[i], who[k], gives[i]);
			if (gives[k] != NOTHING && naive_teach(s, who[k], who[i], gives[k])) {
				naive_took(next, s, who[k], who[i], gives[k]);
				takes++;
			}
			for (uint32_t t = 0; r->kind == EV_DISCUSS && t < s->e->things; t++)
				MUST(!naive_teach(s, who[i], who[k], t)
				     || (s->e->person[who[i]].load && s->taught[who[i]] >= s->e->person[who[i]].load));
		}
		MUST(takes <= 1);
		MUST(r->kind == EV_CO_STUDY || gives[i] == NOTHING || taken);
		if (r->kind == EV_CO_STUDY)
			next->met[who[i] * s->e->units + s->e->unit_of[gives[i]]] = 1;
		next->idles[who[i]] += r->kind == EV_IDLE;
		gains += takes;
	}
	next->idle += r->kind == EV_IDLE;
	MUST((r->kind == EV_TEACH || r->kind == EV_LAUNCH) == (gains > 0));
	if (r->c != NOTHING)
		read_trio(s, r, gives, odd);
}

static inline void read_round(const struct story *s, struct story *next, const struct evening_row *row, size_t n)
{
	int32_t in[PEOPLE] = { 0 }, left = 0, fewer = 0;
	const struct evening_row *r = row;
	bool parted = false;

	for (size_t i = 0; i < n; i++) {
		bool again = row[i].kind == EV_LAUNCH && i && row[i - 1].kind == EV_LAUNCH && row[i - 1].a == row[i].a;

		r = &row[i];
		in[r->a] += !again;
		if (r->b != NOTHING)
			in[r->b]++;
		if (r->c != NOTHING)
			in[r->c]++;
		fewer += r->c != NOTHING;
		left -= r->kind == EV_LAUNCH ? 1 + !again : 0;
		if (!again && r->a_gives != NOTHING && r->kind != EV_CO_STUDY)
			next->taught[r->a]++;
		if (r->b_gives != NOTHING && r->kind != EV_CO_STUDY)
			next->taught[r->b]++;
		if (r->c_gives != NOTHING && r->kind != EV_CO_STUDY)
			next->taught[r->c]++;
		for (size_t k = i + 1; k < n; k++)
			MUST(r->kind != EV_IDLE || row[k].kind != EV_IDLE || !naive_meet(s, r->a, row[k].a));
	}
	for (uint32_t p = 0; p < s->e->people * s->e->people; p++)
		parted |= s->e->apart[p];
	for (uint32_t p = 0; p < s->e->people; p++) {
		left += naive_here(s->e, p, row->round);
		MUST(in[p] == naive_here(s->e, p, row->round));
		MUST(!s->e->person[p].load || next->taught[p] <= s->e->person[p].load);
	}
	MUST(fewer <= (s->e->mixed ? 2 : 1));
	for (size_t i = 0; i < n; i++) {
		r = &row[i];
		if (r->kind == EV_LAUNCH)
			read_launch(s, r, row, n);
		read_row(s, next, r, left % 2 || s->e->mixed || s->e->no_repeat > 0 || parted);
	}
}

static inline void read_rows(const struct evening *e, const struct evening_row *row, size_t n, struct arena *a, struct story *s)
{
	int32_t last = e->first - 1;

	story_begin(s, e, a);
	for (size_t from = 0, to; from < n; from = to) {
		struct story *before = arena_new(a, struct story);
		const struct evening_row *r = &row[from];

		assert_non_null(before);
		for (to = from; to < n && row[to].round == r->round; to++)
			;
		MUST(r->round > last && r->round <= e->rounds);
		last = r->round;
		story_copy(before, s, a);
		memcpy(before->taught, s->taught, sizeof(s->taught));
		read_round(before, s, r, to - from);
	}
}

/* The whole plan; STORY says what it comes to. */
static inline void read_plan(const struct evening *e, const struct evening_plan *plan, struct arena *a, struct story *s)
{
	size_t unserved = 0;

	read_rows(e, plan->row, plan->n, a, s);
	check(s->gains == plan->gains && plan->gains <= plan->bound, "seed %d: gains %d, said %d, bound %d", (int)e->seed,
	      (int)s->gains, (int)plan->gains, (int)plan->bound);
	for (uint32_t p = 0; p < e->people; p++) {
		bool comes = false;

		for (int32_t k = e->first; k <= e->rounds; k++)
			comes |= naive_here(e, p, k);
		if (comes && !s->gained[p] && !e->ndone) {
			check(unserved < plan->nunserved && plan->unserved[unserved].person == p, "seed %d: %u gains nothing",
			      (int)e->seed, p);
			unserved++;
		}
	}
	check(e->ndone || unserved == plan->nunserved, "seed %d: %d unserved", (int)e->seed, (int)unserved);
}

/* Idle rounds differ by at most one between those who are there equally often. */
static inline void read_idles(const struct story *s)
{
	for (uint32_t p = 0; p < s->e->people; p++)
		for (uint32_t q = 0; q < p; q++)
			check(s->e->person[p].from != s->e->person[q].from || s->e->person[p].to != s->e->person[q].to
			      || abs(s->idles[p] - s->idles[q]) < 2, "seed %d: idles of %u: %d, of %u: %d", (int)s->e->seed, p,
			      (int)s->idles[p], q, (int)s->idles[q]);
}

/* ---- for tables of cases ----------------------------------------------------------------------- */

static inline struct evening_plan read_by(struct school *s, struct story *story)
{
	struct evening_plan plan = school_plan(s);

	read_plan(&s->e, &plan, &s->a, story);
	return plan;
}

static inline const struct evening_row *row_of(const struct evening_plan *plan, int32_t round, uint32_t p)
{
	for (size_t i = 0; i < plan->n; i++)
		if (plan->row[i].round == round && (plan->row[i].a == p || plan->row[i].b == p || plan->row[i].c == p))
			return &plan->row[i];
	return NULL;
}

static inline int count(const struct evening_plan *plan, enum evening_kind kind)
{
	int n = 0;

	for (size_t i = 0; i < plan->n; i++)
		n += plan->row[i].kind == kind;
	return n;
}

static inline uint32_t partner(const struct evening_plan *plan, int32_t round, uint32_t p)
{
	const struct evening_row *r = row_of(plan, round, p);

	return r->a == p ? r->b : r->a;
}

#endif

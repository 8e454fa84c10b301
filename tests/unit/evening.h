/* evening.h - schools for the tests of evenings, and a naive reader of plans that believes nothing. */
#ifndef TEST_EVENING_H
#define TEST_EVENING_H

#include "plan/evening.h"

enum { PEOPLE = 128, UNITS = 64, NEEDS = 4 };

struct school {
	struct evening e;
	struct arena a;
	struct evening_person person[PEOPLE];
	struct evening_unit unit[UNITS];
	uint32_t need[UNITS][NEEDS], *unit_of;
	uint8_t *state, *met, *part, *apart, *together;
	int32_t *met_ago;
};

static inline void school_begin(struct school *s, uint32_t people, int32_t rounds)
{
	memset(s, 0, sizeof(*s));
	s->e = (struct evening){ .people = people, .rounds = rounds, .first = 1, .person = s->person, .unit = s->unit };
	for (uint32_t p = 0; p < people; p++)
		s->person[p] = (struct evening_person){ .from = 1, .to = rounds };
}

/* PARTS: 0: taken as a whole. */
static inline struct evening_unit *school_unit(struct school *s, uint32_t parts)
{
	struct evening_unit *u = &s->unit[s->e.units];

	*u = (struct evening_unit){ .first = s->e.things, .n = parts ? parts : 1, .parts = parts, .meetings = parts ? (int32_t)parts : 1,
		.minutes = 12, .launch_size = 6, .need = s->need[s->e.units] };
	s->e.units++;
	s->e.things += u->n;
	return u;
}

static inline void school_needs(struct school *s, uint32_t unit, uint32_t need)
{
	s->need[unit][s->unit[unit].nneed++] = need;
}

/* All units are known; everybody lacks all of them. */
static inline void school_open(struct school *s)
{
	size_t n = s->e.people, units = s->e.units, things = s->e.things;

	s->unit_of = arena_array(&s->a, uint32_t, things + 1);
	s->state = arena_array(&s->a, uint8_t, n * units + 1);
	s->met = arena_array(&s->a, uint8_t, n * units + 1);
	s->part = arena_array(&s->a, uint8_t, n * things + 1);
	s->apart = arena_array(&s->a, uint8_t, n * n + 1);
	s->together = arena_array(&s->a, uint8_t, n * n + 1);
	s->met_ago = arena_array(&s->a, int32_t, n * n + 1);
	assert_false(s->a.oom);
	memset(s->state, EV_LACKS, n * units);
	for (size_t i = 0; i < n * n; i++)
		s->met_ago[i] = NEVER_MET;
	for (uint32_t u = 0; u < units; u++)
		for (uint32_t t = 0; t < s->unit[u].n; t++)
			s->unit_of[s->unit[u].first + t] = u;
	s->e.unit_of = s->unit_of;
	s->e.state = s->state;
	s->e.met = s->met;
	s->e.part = s->part;
	s->e.apart = s->apart;
	s->e.together = s->together;
	s->e.met_ago = s->met_ago;
}

static inline void school_close(struct school *s)
{
	arena_free(&s->a);
}

static inline void school_state(struct school *s, uint32_t p, uint32_t u, uint8_t state)
{
	s->state[p * s->e.units + u] = state;
}

static inline void school_bears(struct school *s, uint32_t p, uint32_t u)
{
	school_state(s, p, u, EV_HOLDS | EV_GIVES | EV_BEARS);
}

static inline void school_part(struct school *s, uint32_t p, uint32_t thing)
{
	s->part[p * s->e.things + thing] = 3;
}

static inline void school_pair(struct school *s, uint8_t *of, uint32_t a, uint32_t b)
{
	of[a * s->e.people + b] = of[b * s->e.people + a] = 1;
}

/* N people with M cards of one unit, one each; its check is owed afterwards. */
static inline void school_cards(struct school *s, uint32_t n, uint32_t m, int32_t rounds)
{
	school_begin(s, n, rounds);
	school_unit(s, m);
	school_open(s);
	for (uint32_t p = 0; p < n; p++)
		school_part(s, p, p % m);
}

static inline struct evening_plan school_plan(struct school *s)
{
	struct evening_plan plan;

	assert_true(evening_plan(&s->e, &s->a, &plan));
	return plan;
}

/* ---- the naive reader -------------------------------------------------------------------------- */

/* What a plan comes to. */
struct story {
	const struct evening *e;
	uint8_t *state, *met, *part, *seen, *had;  /* seen: they met in this evening; had: and A gave of this unit to B */
	int32_t idles[PEOPLE], taught[PEOPLE], gained[PEOPLE];
	int32_t gains, idle;
};

static inline bool naive_here(const struct evening *e, uint32_t p, int32_t r)
{
	return e->person[p].from > 0 && r >= e->person[p].from && r <= e->person[p].to;
}

static inline bool naive_gives(const struct story *s, uint32_t a, uint32_t thing)
{
	uint32_t u = s->e->unit_of[thing];

	return s->state[a * s->e->units + u] & EV_GIVES
	       || (s->e->unit[u].parts && s->part[a * s->e->things + thing] & 2);
}

static inline bool naive_open(const struct story *s, uint32_t b, uint32_t u)
{
	const uint8_t *state = s->state + b * s->e->units;

	for (size_t i = 0; i < s->e->unit[u].nneed; i++)
		if (!(state[s->e->unit[u].need[i]] & EV_HOLDS))
			return false;
	return state[u] & EV_LACKS && !(state[u] & EV_HOLDS);
}

static inline bool naive_teach(const struct story *s, uint32_t a, uint32_t b, uint32_t thing)
{
	uint32_t u = s->e->unit_of[thing];
	const struct evening_unit *unit = &s->e->unit[u];

	if (a == b || !naive_open(s, b, u) || !naive_gives(s, a, thing))
		return false;
	if (unit->new_partner && s->had[(u * s->e->people + b) * s->e->people + a])
		return false;
	if (unit->parts)
		return !(s->part[b * s->e->things + thing] & 1);
	return unit->spot || s->met[b * s->e->units + u] < unit->meetings;
}

static inline bool naive_meet(const struct story *s, uint32_t a, uint32_t b)
{
	const struct evening *e = s->e;
	size_t at = a * e->people + b;

	return a != b && !e->apart[at] && !(e->mixed && e->person[a].outside != e->person[b].outside)
	       && !(e->no_repeat > 0 && (s->seen[at] || e->met_ago[at] < e->no_repeat));
}

static inline bool naive_alone(const struct story *s, uint32_t u)
{
	for (uint32_t p = 0; p < s->e->people; p++)
		for (uint32_t t = 0; t < s->e->unit[u].n; t++)
			if (naive_gives(s, p, s->e->unit[u].first + t))
				return false;
	return !s->e->unit[u].somebody;
}

static inline bool naive_begins(const struct story *s, uint32_t a, uint32_t u)
{
	for (uint32_t t = 0; t < s->e->unit[u].n; t++)
		if (s->e->unit[u].parts && s->part[a * s->e->things + s->e->unit[u].first + t])
			return false;
	return naive_alone(s, u) && naive_open(s, a, u) && !s->met[a * s->e->units + u];
}

static inline void naive_took(struct story *s, const struct story *before, uint32_t a, uint32_t b, uint32_t thing)
{
	uint32_t u = s->e->unit_of[thing], held = 0;
	const struct evening_unit *unit = &s->e->unit[u];
	uint8_t *state = &s->state[b * s->e->units + u];

	s->gains++;
	s->gained[b]++;
	if (unit->parts)
		s->part[b * s->e->things + thing] = 3;
	else
		s->met[b * s->e->units + u]++;
	for (uint32_t t = 0; t < unit->n; t++)
		held += s->part[b * s->e->things + unit->first + t] & 1;
	if (unit->spot && before->state[a * s->e->units + u] & EV_GIVES
	    && (unit->parts ? held == unit->n : s->met[b * s->e->units + u] >= unit->meetings))
		*state = EV_HOLDS | EV_GIVES;
}

#endif

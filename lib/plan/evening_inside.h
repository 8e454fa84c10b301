/* evening_inside.h - an evening while it is being planned; for evening*.c only. */
#ifndef PLAN_EVENING_INSIDE_H
#define PLAN_EVENING_INSIDE_H

#include "plan/evening.h"

enum { HOLDS_PART = 1, GIVES_PART = 2 };
enum { BEGUN = 128 };                      /* besides EV_…: by co-study in this evening */
enum { FEW = 3 };                          /* differences above this many count alike */

/* In the order of evening_terms[]. */
enum term { T_IDLE, T_MUST, T_KEEP, T_GAINS, T_FRESH, T_TWO_WAY, T_RARE, T_BEGIN, T_NEW, T_CROSS, T_LOAD, T_CODE, TERMS };

/* How one attempt differs from another. */
struct attempt {
	uint64_t chance;                   /* 0: equals in the order of codes */
	const uint32_t *ring;              /* [round - first][person]: whom he should meet, or NOTHING; or NULL */
	bool loose;                        /* things in any order, not the rarest first */
	bool bold;                         /* some pairs count one gain more: the best round is not always of the best evening */
	bool late;                         /* begin units that nobody can teach in the last round, not the first */
};

/* What is known after the rounds so far. Bits of things stand in the order of their rarity in this round. */
struct night {
	const struct evening *e;
	struct arena *a;                   /* of this attempt */
	struct attempt how;
	uint64_t chance;
	uint8_t *state, *met, *part;       /* as in struct evening, going on */
	uint8_t *partners;                 /* [person * people + person]: met in this evening */
	uint8_t *had;                      /* [person * people + person]: maybe a partner in a unit of new_partner */
	struct had { uint32_t learner, partner, unit; } *had_row; size_t nhad, had_cap;
	int32_t *idles, *teaches;          /* in this evening */
	int32_t *launched;                 /* the last round in which he launched */
	bool *served;                      /* has gained something this evening */
	int32_t gains;
	int64_t soft;                      /* sum of the soft terms */
	struct evening_row *row; size_t n;

	/* of this round */
	int32_t round;
	size_t words;
	bool *here, *busy;
	bool *able;                        /* has not yet taught as often as he may */
	bool *alone;                       /* per unit: nobody anywhere can teach it */
	uint8_t *whole;                    /* STATE as the round began */
	bool *fixed;                       /* not for a new launch: stands in a row that can stay, or is meant for somebody */
	bool intact;                       /* every row of the former plan can stay */
	uint32_t *meant, *begin;           /* per person: whom he should meet, and what they begin, or NOTHING */
	uint32_t *thing_at;                /* bit to thing */
	uint32_t *bit_of;
	int32_t *givers;                   /* per thing: how many here can give it */
	uint64_t *give, *take;             /* [person * words] */
	struct least { int32_t idles, idle, taught; } least[2];    /* in the room, outside; taught: of all, in the first */
	const struct evening_row **was;    /* per person: his row in the former plan, or NULL */
};

/* A meeting of two: what each gives, and its value by terms. */
struct pair { enum evening_kind kind; uint32_t a_gives, b_gives; int32_t value[TERMS]; };

/* evening_state.c */
void night_round(struct night *n, int32_t round);      /* who is here, what each can give and take */
void night_take(struct night *n, size_t from);         /* the rows from FROM on have gone well */
void night_row(struct night *n, struct evening_row row);  /* one more; its people are busy */
bool is_open(const struct night *n, uint32_t p, uint32_t unit);        /* lacking, what it rests on is held */
bool can_give(const struct night *n, uint32_t p, uint32_t thing);
bool can_take(const struct night *n, uint32_t p, uint32_t thing);     /* if it is open */
bool may_give(const struct night *n, uint32_t a, uint32_t b, uint32_t thing);
bool may_take(const struct night *n, uint32_t b, uint32_t thing);
bool may_meet(const struct night *n, uint32_t a, uint32_t b);
bool met_before(const struct night *n, uint32_t a, uint32_t b);
uint32_t best_thing(const struct night *n, uint32_t a, uint32_t b);    /* what a gives b, or NOTHING */
uint32_t co_study(const struct night *n, uint32_t a, uint32_t b);      /* the first thing of a unit to begin together */
bool is_begun(const struct night *n, uint32_t a, uint32_t unit);
bool co_begins(const struct night *n, uint32_t a, uint32_t unit);
uint32_t chance(struct night *n, uint32_t below);      /* 0 … below - 1; 0 when nothing is left to chance */
void had_add(struct night *n, uint32_t learner, uint32_t partner, uint32_t unit);
void night_count(struct night *n, const struct evening_row *r);
bool things_trio(const struct evening *e, const struct evening_row *r);   /* may three exchange these? */

/* evening_launch.c */
void round_launches_kept(struct night *n);
void round_launches(struct night *n, size_t from, bool kept);  /* rows from FROM on are of this round; kept: of a former plan */
void round_begin(struct night *n);         /* co-study of units that nobody can teach and nobody has begun */

/* evening_trio.c */
bool row_has(const struct evening_row *r, uint32_t p, uint32_t *gives);    /* is he in it, and what he gives */
void row_sort(struct evening_row *r);
void round_left_over(struct night *n, size_t from, uint32_t x);

/* evening_round.c */
bool round_plan(struct night *n, int32_t round);

/* evening_ring.c */
const uint32_t *evening_ring(const struct evening *e, struct arena *a);    /* of struct attempt; NULL: no cards */

/* evening_bound.c */
int32_t evening_bound(const struct evening *e, struct arena *a);
bool evening_unserved(const struct night *n, struct arena *a, struct evening_plan *out);

static inline int night_room(const struct night *n, uint32_t p)
{
	return n->e->mixed && n->e->person[p].outside;
}

static inline const struct evening_unit *unit_at(const struct evening *e, uint32_t thing)
{
	return &e->unit[e->unit_of[thing]];
}

static inline size_t at_unit(const struct evening *e, uint32_t person, uint32_t unit)
{
	return (size_t)person * e->units + unit;
}

static inline size_t at_thing(const struct evening *e, uint32_t person, uint32_t thing)
{
	return (size_t)person * e->things + thing;
}

static inline size_t at_person(const struct evening *e, uint32_t a, uint32_t b)
{
	return (size_t)a * e->people + b;
}

static inline bool is_here(const struct evening *e, uint32_t p, int32_t round)
{
	return e->person[p].from > 0 && e->person[p].from <= round && round <= e->person[p].to;
}

#endif

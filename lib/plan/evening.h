/* evening.h - who works with whom in an evening of mutual learning, round by round. No I/O, no database.
 *
 * Rules: domain "Sessions" and "Who may teach whom". Earlier rounds of the plan are taken to go well: who
 * takes a part may give it in the next round; who completes a unit that a demonstration or a talk checks
 * may give it, and what rests on it opens; one whose check is owed afterwards gains no more of it.
 */
#ifndef PLAN_EVENING_H
#define PLAN_EVENING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

#define NOTHING UINT32_MAX                 /* no person, no thing */
#define NEVER_MET INT32_MAX

/* What is mastered. Things are what a meeting passes on: the parts of a unit, or the unit itself when it has
 * none; unit u has the things first … first + n - 1. */
struct evening_unit {
	uint32_t first, n;
	bool parts;                        /* its things are parts */
	bool spot;                         /* a demonstration or a talk: checked in its last meeting by one who may teach the whole */
	int32_t meetings;                  /* in how many meetings it is taken (of a unit with parts: one a part) */
	int32_t minutes;                   /* of a meeting */
	bool new_partner;                  /* each meeting of it with another partner (technique "other_text") */
	bool swap;                         /* both should give something (technique "swap"); soft */
	bool trio;                         /* three may work together where one is left over */
	int32_t launch_size;               /* learners of one launch */
	const uint32_t *need; size_t nneed;  /* units that it rests on */
	bool somebody;                     /* somebody who is not among PERSON can teach it: no co-study */
	bool signed_twice;                 /* with SPOT false: a demonstration or a talk that two different people sign */
};

enum {                                     /* a person and a unit */
	EV_LACKS = 1,                      /* in the programme of the year and below mastered */
	EV_HOLDS = 2,                      /* mastered, passed, credited or borne: what rests on it is open */
	EV_GIVES = 4,                      /* may teach the whole of it */
	EV_BEARS = 8,                      /* gives it as its bearer: may launch */
	EV_LATER = 16                      /* will hold it: a check of a later day is entered already; for what went only */
};

struct evening_person {
	int32_t from, to;                  /* first and last round in which he is there; from 0: absent */
	int32_t idle;                      /* idle rounds of the evenings before, for fairness */
	int32_t load;                      /* most meetings in which he teaches; 0: any number, -1: none */
	int32_t taught;                    /* how often he has taught before: equal load */
	uint32_t org;
	uint64_t technologies;             /* a bit each */
	bool outside;                      /* not in the room of a mixed session */
};

enum evening_kind { EV_TEACH, EV_LAUNCH, EV_CO_STUDY, EV_DISCUSS, EV_IDLE };

/* One row: a meeting of two or three, a learner of a launch (a launches b with a_gives), one alone.
 * co_study: the same thing on both sides, of a unit with parts its first. In a meeting of three what one gives goes to
 * whoever of the others may take it; nobody takes two things in a round. A, b, c and the things are numbers, NOTHING: none. */
struct evening_row {
	int32_t round;
	enum evening_kind kind;
	uint32_t a, b, c;
	uint32_t a_gives, b_gives, c_gives;
	bool repeat;                       /* they met before: in this evening, or less than the gap ago */
	bool changed;                      /* not in the former plan */
};

struct evening {
	uint32_t people, units, things;
	const struct evening_person *person;   /* in the order of their codes */
	const struct evening_unit *unit;
	const uint32_t *unit_of;           /* per thing */
	const uint8_t *state;              /* [person * units + unit]: EV_… */
	const uint8_t *met;                /* [person * units + unit]: meetings that ended well so far; of a unit with parts
	                                    * only whether it was begun by co-study */
	const uint8_t *part;               /* [person * things + thing]: bits: 1 holds this part, 2 may give it (besides EV_GIVES),
	                                    * 4 took it later, as is entered already; for what went only */
	const uint8_t *apart, *together;   /* [person * people + person], symmetric, or NULL: never, or once in the evening */
	const int32_t *met_ago;            /* [person * people + person]: days since they last met, NEVER_MET; or NULL */
	int32_t gap;                       /* soft: days before the same two meet again */
	int32_t no_repeat;                 /* hard: the same in days; 0: none */
	bool mixed;                        /* a meeting is wholly in the room or wholly outside */
	int32_t rounds, first;             /* rounds first … rounds are planned */
	const struct evening_row *done; size_t ndone;  /* rounds before FIRST, as they went: what was gained in them is already in
	                                    * STATE, MET and PART; here for partners, loads and idles */
	const struct evening_row *was; size_t nwas;    /* a former plan of the rounds to plan: keep what can stay */
	uint64_t seed;
	const struct evening_row *before; size_t nbefore;  /* meetings of evenings before, for new_partner; or NULL */
};

enum evening_why { EV_ALL_DONE, EV_NOTHING_LEFT /* nothing lacking whose prerequisites are held */, EV_NO_GIVER, EV_GIVERS_BUSY, EV_PARTED /* only with one who is forbidden or elsewhere */ };
struct evening_unserved { uint32_t person; enum evening_why why; uint32_t unit; /* which one, or NOTHING */ };

struct evening_plan {
	const struct evening_row *row; size_t n;       /* by round; launches, teaching, co_study, discuss, idle; then by a */
	int32_t gains;                     /* pairs of learner and thing */
	int32_t bound;                     /* no plan of these rounds has more */
	const struct evening_unserved *unserved; size_t nunserved;  /* who is there and gains nothing, and why */
};

/* The weights of a meeting, in the order in which they count: one table, for the plan and for its explanation. */
struct evening_term { const char *name, *help; double weight; };
extern const struct evening_term evening_terms[];  /* ends with name NULL */

/* The plan of an evening; rows live in A. The same input and seed give the same plan. False: out of memory.
 * With 100 people and a former plan in less than 100 ms; with 100 people and 4 rounds anew in less than a second. */
bool evening_plan(const struct evening *e, struct arena *a, struct evening_plan *out);

/* Which hard rule a forced pair would break; EV_RULE_NONE: it can be planned. */
enum evening_rule {
	EV_RULE_NONE,
	EV_RULE_SELF,                      /* one person */
	EV_RULE_APART,                     /* they are forbidden */
	EV_RULE_PRESENT,                   /* never there in the same round that is planned */
	EV_RULE_ROOM,                      /* one in the room, one outside */
	EV_RULE_REPEAT,                    /* no_repeat: they met too short a time ago */
	EV_RULE_ROUNDS                     /* one of them has more forced pairs than rounds */
};
enum evening_rule evening_forced(const struct evening *e, uint32_t a, uint32_t b);

/* How long ROUND lasts: the longest of what its meetings exchange; 0: nothing is exchanged. */
int32_t evening_minutes(const struct evening *e, const struct evening_row *row, size_t n, int32_t round);

#endif

/* quanta_model.h - a naive model of quanta, written from the rules alone: it looks at everything that was said, each time. */
#ifndef PROPERTY_QUANTA_MODEL_H
#define PROPERTY_QUANTA_MODEL_H

#include <stdbool.h>
#include <stddef.h>

enum { QUANTA = 3, TEACHERS = 5, METHODIST = TEACHERS, ROLE = 4, DEEDS = 200, NOBODY = -1 };
enum kind { LOAD, TRY, PASS, ADOPT, REVIEW, RETIRE };
enum result { IT_WORKED, IT_CHANGED, IT_FAILED };

/* What the files say of a quantum: steps 0: none yet; whole: whatever else makes it described is there. */
struct definition { int author, steps; bool whole, lesson; };

/* One thing said. Teacher ROLE is a methodist; METHODIST is the actor of that name. */
struct deed {
	enum kind kind;
	int act;                           /* of one command */
	int quantum, person, giver, day, class_;
	enum result result;
	int steps;                         /* filled in: those of the quantum when this was said */
	int author;                        /* filled in: who that was then */
	struct definition files[QUANTA];   /* of LOAD: what holds from now on */
};

struct history {
	struct deed v[DEEDS];
	size_t n;
	int acts;                          /* so many commands said something; 1, 2 … */
	bool undone[DEEDS + 1];
	int undos[DEEDS]; size_t nundo;    /* which act each undo took back */
	int today;
};

/* What is told of a quantum on a day. */
struct told { const char *state; int trials, independent, worked, reach, depth; };

struct definition now(const struct history *h, int quantum);
struct told tell_of(const struct history *h, int quantum, int on);
/* False: refused, nothing is kept. What stands already is nothing new: then no act is added. */
bool say_it(struct history *h, const struct deed *v, size_t n);
bool undo_it(struct history *h, int act);
bool redo_it(struct history *h);                       /* what the newest undo took back that is still taken back */

#endif

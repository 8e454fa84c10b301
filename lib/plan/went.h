/* went.h - an evening as it went: which meetings could take place, and what each of them brought. No I/O.
 *
 * Rules: domain "Programme and map" (parts, meetings, check), "Who may teach whom", "Sessions" ("what really
 * happened wins"). Rounds are judged one after the other, each as the one before left people; so one who did not
 * get his unit gives it to nobody, and what would have followed from that did not take place either.
 */
#ifndef PLAN_WENT_H
#define PLAN_WENT_H

#include "plan/evening.h"

enum went_result { WENT_NONE, WENT_OK, WENT_NOT_YET, WENT_ABSENT };

/* Of people, in the order of their parts: 0 a, 1 b, 2 c. */
struct went_row {
	int32_t round;
	const char *kind;                  /* teach, launch, co_study, discuss, drill, check, visit, show, idle */
	uint32_t who[3], gives[3];         /* NOTHING: none */
	enum went_result result[3];        /* of what he took; WENT_NONE: he took nothing, or nothing is known of it */
	bool signed_twice[3];              /* two checkers are named for what he took */
	bool by_another[3];                /* a checker is named who is not in this meeting */
	bool named;                        /* entered by hand: what cannot have taken place is a fault */
	bool foreign[3];                   /* what he gives is no unit: nothing is judged */
};

/* Why something did not take place. */
enum went_why { WENT_TOOK_PLACE, WENT_SOMEBODY_ABSENT, WENT_GIVER_LACKS /* may not teach it */, WENT_TAKER_HOLDS, WENT_NOT_PLANNED
                /* not in his programme */, WENT_NOT_READY /* what it rests on is not held */, WENT_TWICE /* in two meetings of a round */ };

enum went_step { WENT_STARTED, WENT_PART, WENT_MASTERED };
/* What one row brought to one person: THING taken from GIVER (NOTHING: studied together, or checked only). */
struct went_gain {
	size_t row;
	uint32_t person, giver, thing, unit;
	enum went_step step;
	bool whole;                        /* by his last part the unit itself: a mark of the unit, besides that of the part */
	bool owed;                         /* all its meetings are over, its check is still to come */
	bool later;                        /* he mastered it on a later day, which is entered already: here he was begun with */
	int32_t before;                    /* meetings of the unit that went well before this one */
};
struct went_loss { size_t row; uint32_t person, giver, thing; enum went_why why; };

struct went {
	const struct went_gain *gain; size_t ngain;
	const struct went_loss *loss; size_t nloss;
	bool *took_place;                  /* per row: somebody met */
};

/* ROW: by round. STRICT: nobody checks his own learner alone (strict_check): on the spot only what is signed twice.
 * E: people, units, state as the evening found them; nothing of it is changed. False: out of memory. */
bool evening_went(const struct evening *e, const struct went_row *row, size_t n, bool strict, struct arena *a,
                  struct went *out);

#endif

/* people.h - organisations, participants (codes, never names) and their groups. */
#ifndef MODEL_PEOPLE_H
#define MODEL_PEOPLE_H

#include "model/object.h"

enum { MOST_BORNE = 100000 };              /* units that the people of one load bear, all together */

struct org {
	struct head head;
	const char *short_title;
	struct text title;
	const char *zone;                  /* IANA name */
	const struct head *hosted_by;      /* of org; NULL: has its own nsi */
	int32_t week;                      /* working days a week; 0: as its calendar says */
};

struct bearing {
	const struct head *unit;           /* of unit or module */
	int32_t since;                     /* DAY_NONE: from before all days */
};

struct participant {
	struct head head;                  /* id: "s161/p07" */
	const char *code;                  /* "p07" */
	const struct head *org;
	const char *post;
	const char *subject;
	struct list roles;                 /* const char *: words */
	struct list bearer;                /* struct bearing */
	struct list groups;                /* refs of group */
	struct list choice;                /* refs of unit or module */
	const struct head *curator, *mentor;   /* of participant */
	int32_t capacity;                  /* minutes a year; 0: as the programme says */
	int32_t hours_week;                /* minutes a week; 0: not said */
};

struct group {
	struct head head;
	const char *kind;                  /* "creative", "combined", "permanent", "team" */
	struct text title;
	const struct head *technology;
	const struct head *leader;         /* of participant */
	struct list members;               /* refs of participant */
	struct list units;                 /* refs of unit */
	int32_t from, to;                  /* DAY_NONE: not said */
};

extern const struct object org_object, participant_object, group_object;

#endif

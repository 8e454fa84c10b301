/* programme.h - the programme's own objects: what is learned, and by which techniques. */
#ifndef MODEL_PROGRAMME_H
#define MODEL_PROGRAMME_H

#include "model/object.h"

struct resource {
	struct head head;
	struct text title;
	const char *url;
	const char *scope;                 /* "school", "outside" */
	bool digital, public;
};

struct programme {
	struct head head;
	struct text title;
	int32_t capacity;                  /* minutes a year of an ИОП */
	int32_t answer_days;
	int32_t credit_years;              /* 0: no limit */
	int32_t chain_limit;               /* 0: no limit */
	const char *evidence;              /* "optional", "required" */
	bool strict_check;
	struct list resources;             /* struct resource */
	struct list technologies, modules; /* const struct head *; made by the link pass */
};

struct technology {
	struct head head;
	const char *short_title;
	struct text title;
};

struct module {
	struct head head;
	const char *kind;                  /* "invariant", "variative" */
	const char *focus;                 /* "content", "practice" */
	struct text title;
	struct list technologies;          /* refs of technology */
	struct list requires;              /* refs of unit */
	struct list resources;             /* struct resource */
	struct list units;                 /* const struct head * of struct unit, in order; by the link pass */
};

struct part {
	struct head head;
	const char *label;
	struct text title;
	int32_t minutes;                   /* 0: not said */
};

struct unit {
	struct head head;
	const struct head *module;
	const char *label;
	const char *check;                 /* "observation demo product trial talk"; NULL: not said */
	int32_t hours;                     /* minutes */
	int32_t meetings;                  /* 0: as many as it has parts, else 1 */
	struct list after;                 /* refs of unit */
	struct list resources;             /* struct resource */
	struct list parts;                 /* struct part */
	/* from here on not kept by who only checks */
	struct list methods;               /* refs of technique */
	struct list competences;           /* refs of competence */
	struct list materials;             /* struct text */
	struct text title;
	struct text result;
};

struct competence {
	struct head head;
	struct text title;
	struct list levels;                /* struct text, lowest first */
	struct list units;                 /* refs of unit */
};

struct technique {
	struct head head;
	struct text title;
	struct text exchange;              /* what goes from hand to hand: "карточка" */
	struct list roles;                 /* struct text */
	const char *pair;                  /* whom one meets: "any", "other_text", "swap" */
	int32_t minutes;                   /* of a meeting */
	int32_t signatures;                /* checkers of one mark: 1, 2 */
	int32_t launch_size;               /* learners of one launch */
	bool trio;                         /* three may work together when one is left over */
};

extern const struct object programme_object, technology_object, module_object, unit_object,
	part_object, competence_object, technique_object, resource_object;

#endif

/* quantum.h - a quantum of practice: what another teacher can try in one lesson. */
#ifndef MODEL_QUANTUM_H
#define MODEL_QUANTUM_H

#include "model/object.h"

struct media {
	struct head head;
	struct text title;
	const char *url;
	bool consent;                      /* those who are seen have agreed */
};

struct quantum {
	struct head head;
	const char *kind;                  /* "lesson", "methodical", "management" */
	struct text title;
	const struct head *technology;
	struct list units;                 /* refs of unit */
	const struct head *author;         /* of participant */
	struct text problem;
	struct list steps;                 /* struct text, at most 7 */
	int32_t minutes;                   /* at most 45; 0: not said */
	const char *grades;                /* "5-9" */
	const char *subject;
	const char *class_size;            /* "20-30" */
	struct list materials;             /* struct text */
	struct text sign;                  /* how one sees that it worked */
	struct text limits;                /* when not to use it */
	const struct head *variant_of;     /* of quantum */
	struct list media;                 /* struct media */
	int32_t edition;
};

extern const struct object quantum_object;

#endif

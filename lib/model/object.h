/* object.h - what a definition looks like: one table of fields an object.
 *
 * Readers of these tables: the YAML reader (struct from file), the item reader and writer
 * (canonical JSON of the store; JSON is YAML, so it is the same reader), link (references to
 * pointers), JSON Schema, nsi-programme.5. A new key is one row in its object's table.
 */
#ifndef MODEL_OBJECT_H
#define MODEL_OBJECT_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/message.h"

enum kind {
	K_STRING = 1,                      /* const char *: one line of text */
	K_TEXT,                            /* struct text: one language or several ({ru: …, en: …}) */
	K_ID,                              /* const char *: an id (text.h), unique among its kind */
	K_CODE,                            /* const char *: a person's code, unique in its organisation */
	K_LABEL,                           /* const char *: short, begins with a letter */
	K_INT,                             /* int64_t */
	K_HOURS,                           /* int32_t minutes, written as hours: 1.5 */
	K_BOOL,                            /* bool: true, false, yes, no */
	K_DAY,                             /* int32_t (day.h) */
	K_TIME,                            /* int32_t minutes of the day, "15:00"; -1: not given */
	K_WORD,                            /* const char *: one of `words` */
	K_REF,                             /* struct ref: the id of an object of kind `of` */
	K_OBJECT,                          /* pointer to a struct of `object` */
	K_LIST,                            /* struct list of `item` */
	K_CUSTOM,                          /* read by `custom`; at most three fields in the program */
};

enum { K_MUST = 1, K_EMPTY = 2 /* may be an empty text */ };

struct text { size_t n; struct text_in { const char *lang, *s; } *v; };   /* n 1 and lang NULL: as written */
struct list { size_t n; void *v; };        /* an array of what the item's kind says */
struct ref { const char *id; void *to; struct place place; };   /* to: after the link pass */

struct object;
struct reader;
struct field {
	const char *key;
	enum kind kind;
	unsigned flags;
	size_t at;                         /* offsetof in the object's struct */
	const char *help;                  /* N_() */
	enum kind item;                    /* of K_LIST */
	const struct object *object;       /* of K_OBJECT and lists of it */
	const char *of;                    /* of K_REF: name of the object kinds, "unit module" */
	const char *words;                 /* of K_WORD */
	const char *standard;              /* the value when it is not given, as it would be written */
	int64_t min, max;                  /* of numbers and lengths; both 0: none */
	int (*custom)(struct reader *, const struct field *, void *object);
};

/* Every object's struct begins with this. */
struct head { const struct object *object; const char *id; struct place place; int64_t order; };

struct object {
	const char *name;                  /* "unit": in items, messages, schema, manual */
	const char *help;                  /* N_() */
	size_t size;
	const struct field *fields;        /* key NULL at the end */
	const char *list;                  /* key of its list at the top of a file ("groups"), or NULL */
	const char *edition;               /* "programme", "rest"; NULL: lives inside another object */
};
extern const struct object *const objects[];          /* NULL at the end */

#endif

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
#include "base/day.h"
#include "base/message.h"
#include "base/tr.h"

/* What a field is in the file, and what it is in the struct. Not given: NULL, 0, or as said. */
enum kind {
	K_STRING = 1,                      /* const char *: one line of text */
	K_TEXT,                            /* struct text: one language or several ({ru: …, en: …}) */
	K_ID,                              /* const char *: an id (text.h), unique among its kind */
	K_TECHNIQUE,                       /* const char *: as an id, but words joined by "_" */
	K_CODE,                            /* const char *: a person's code, unique in its organisation */
	K_LABEL,                           /* const char *: short, begins with a letter */
	K_INT,                             /* int32_t */
	K_HOURS,                           /* int32_t minutes, written as hours: 1.5 */
	K_BOOL,                            /* bool: true, false, yes, no */
	K_DAY,                             /* int32_t (day.h); DAY_NONE */
	K_DUE,                             /* const char *: an ISO day, or eoy, h1, h2, the id of a period */
	K_TIME,                            /* int32_t minutes of the day, "15:00"; -1 */
	K_WORD,                            /* const char *: one of `words` */
	K_REF,                             /* const struct head *: the object that was named, see `of` */
	K_OBJECT,                          /* const void *: a struct of `object` */
	K_LIST,                            /* struct list of `item` */
};

enum {
	K_MUST   = 1,
	K_EMPTY  = 2,                      /* may be an empty text */
	K_PARENT = 4,                      /* the object in whose list this one stands */
	K_FOLLOWS = 8,                     /* when not given: as the field before it */
	K_UNSEEN = 16,                     /* no check looks at it: who only checks does not keep it */
};

/* A text in one language is the string itself; see text_in(). */
struct text { const char *s; };

/* An array of what the item's kind says: const char *, struct text, int32_t, const struct head *
 * (references), structs (objects). Objects that are items of their own: const struct head *. */
struct list { const void *v; uint32_t n; };
#define list_each(type, p, list) \
	for (const type *p = (list)->v, *const p##_end = (list)->n ? p + (list)->n : p; p < p##_end; p++)
/* The same over references: P is the object itself. */
#define list_refs(type, p, list) \
	for (const type *const *p##_at = (list)->v, \
	     *const *const p##_end = (list)->n ? p##_at + (list)->n : p##_at, *p; \
	     p##_at < p##_end && (p = *p##_at, true); p##_at++)

struct object;
struct field {
	const char *key;
	enum kind kind;
	unsigned flags;
	size_t at;                         /* offsetof in the object's struct */
	const char *help;                  /* N_() */
	enum kind item;                    /* of K_LIST */
	const struct object *object;       /* of K_OBJECT and lists of it */
	const char *of;                    /* of K_REF: names of objects, "unit module" */
	const char *words;                 /* of K_WORD */
	const char *standard;              /* the value when it is not given, as it would be written */
	int32_t min, max;                  /* of numbers, and of a list's length; both 0: none */
};

enum { HEAD_STORED = 1 /* from the store */, HEAD_BROKEN = 2 /* had faults: parts may be missing */,
       HEAD_LATER = 4 /* names something that was not read yet; gone after the link pass */,
       HEAD_BUILTIN = 8 /* comes with the program */,
       HEAD_PACKED = 16 /* only a head, its references follow in short: see inside.h */,
       HEAD_ASKED = 32 /* a person whom no definition names, see model_ask */ };

enum { ID_ROOM = 160 };

/* Every object's struct begins with this, headless ones aside; `id` is NULL for nested ones without. */
struct head {
	const struct object *object;
	const char *id;
	struct place place;
	uint32_t order;
	uint32_t flags;
};

struct object {
	const char *name;                  /* "unit": in items, messages, schema, manual */
	const char *help;                  /* N_() */
	size_t size;
	const struct field *fields;        /* key NULL at the end */
	const char *list;                  /* key of its list at the top of a file ("groups"), or NULL */
	const char *edition;               /* "programme", "rest"; NULL: lives inside another object */
	const char *bare;                  /* the field that a bare scalar stands for, or NULL */
	bool headless;                     /* its struct has no head: nested ones of which there are many */
	bool slim;                         /* who only checks keeps nothing but its references */
	size_t checked;                    /* who only checks keeps so much of the struct; 0: all of it */
	/* An id made of several fields, to ID (ID_ROOM bytes); false: they are not there. */
	bool (*name_of)(const void *object, char *id);
};
extern const struct object *const objects[];          /* items, in the order of a file; NULL at the end */
extern const struct object file_object;               /* the top of a file */

/* T in language LANG ("ru"); else the first one written. "" for no text at all. */
const char *text_in(struct text t, const char *lang);
/* Language and text number I of T; *LANG NULL: written without a language. NULL: no more. */
const char *text_nth(struct text t, size_t i, const char **lang);

#endif

/* yaml.h - the subset of YAML that nsi takes, event by event, each with its place.
 *
 * Taken: one document of mappings with string keys, lists, scalars in any style, comments, anchors,
 * aliases (bounded). Refused with a message: tags, directives, a second document, other encodings
 * than UTF-8, U+0085, U+2028, U+2029, deep nesting, giant scalars, aliases that unfold to too much.
 * Scalars are text: what they mean is for the tables to say.
 */
#ifndef MODEL_YAML_H
#define MODEL_YAML_H

#include <stdio.h>

#include "base/arena.h"
#include "base/message.h"

struct model;
struct yaml;

struct yaml_limits {
	size_t bytes;                      /* of a file */
	size_t silent;                     /* read since the last event: the longest scalar or comment */
	size_t unfolded;                   /* events that aliases may unfold to, and that anchors may hold */
	unsigned depth;
};
extern const struct yaml_limits yaml_standard_limits;

enum yaml_type { Y_SCALAR, Y_LIST, Y_LIST_END, Y_MAP, Y_MAP_END, Y_END, Y_BROKEN };

struct yaml_event {
	enum yaml_type type;
	bool plain;                        /* a scalar without quotes */
	bool escapes;                      /* a scalar that may hold control characters: "\x01" */
	const char *s;                     /* a scalar, N bytes of valid UTF-8 and a NUL; until the next call */
	size_t n;
	struct place place;
};

/* From F (not closed here), or, F NULL, from TEXT. Faults go to MD. NULL: out of memory. */
struct yaml *yaml_open(struct model *md, unsigned file, FILE *f, const char *text, size_t n,
                       const struct yaml_limits *l);
/* The next event; after Y_END and Y_BROKEN always the same again. Aliases are unfolded. */
enum yaml_type yaml_next(struct yaml *y, struct yaml_event *e);
/* Skip the node that E began. */
void yaml_skip(struct yaml *y, const struct yaml_event *e);

/* The value of a merge key (`<<: *a`, `<<: [*a, *b]`) is read here and kept; each name of it can be
 * unfolded later by yaml_unfold(), whose first event is then the next. Returns how many, at most
 * MAX; -1: something else stood there, with a message. */
int yaml_merge(struct yaml *y, unsigned *anchors, int max);
void yaml_unfold(struct yaml *y, unsigned anchor);
void yaml_close(struct yaml *y);

#endif

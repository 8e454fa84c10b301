/* said.h - one thing said, before it is an entry: from words or a file's row, through its verb's fields.
 *
 * This is the only door into the journal: the command line, a CSV file, a load of definitions and
 * another school's lines all make these.
 */
#ifndef STORE_SAID_H
#define STORE_SAID_H

#include "store/handle.h"

struct said_ref { int64_t id; const char *code; };     /* id 0: not said */

struct said {
	const struct nsi_verb *verb;
	int32_t day;                       /* DAY_NONE: from before all days */
	int64_t tm;                        /* 0: not known */
	struct said_ref person, unit, part, peer, checker, session, quantum;
	const char *about; int64_t about_seq;
	const char *data;                  /* JSON object, or NULL */
	const char *file; int line;        /* where it was said; NULL: a command */
};

/* Where things said come from, one after the other. Rewound when some have to be left out. */
struct source {
	int (*next)(struct source *, struct said *);       /* 1 one, 0 no more, -1 a message was put */
	bool (*rewind)(struct source *);
	void (*place)(struct source *, size_t k, const char **file, int *line);  /* of the k-th; or NULL */
	struct nsi *nsi;
};

/* A list as a source. */
struct said_list { struct source source; const struct said *v; size_t n, at; };
void said_list(struct said_list *l, struct nsi *n, const struct said *v, size_t count);

/* The canonical line of an entry, as it is hashed and exchanged; without the line end. */
void said_line(struct buf *b, const char *origin, int64_t seq, int64_t act, const struct said *s);

/* The act itself, last into its hash: who, when, how much. LINK (hex) stands only in what is exchanged. */
struct act_head { int64_t seq, last, lamport, at; const char *actor, *link; };
void act_line(struct buf *b, const char *origin, const struct act_head *a);

#endif

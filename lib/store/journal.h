/* journal.h - an act: what one command says, kept wholly or not at all. */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include "store/fold.h"
#include "store/said.h"

/* How an act ended. */
struct outcome {
	int64_t act;                       /* seq of its first entry; 0: nothing was left to say */
	size_t said, same;                 /* entries written; left out because they stand already */
	const struct nsi_rows *rows;       /* change entry on person unit text; see journal_rows */
};

/* What is done inside the transaction around the entries; each may be NULL. */
struct around {
	enum nsi_status (*before)(struct nsi *n, void *x);     /* first thing, under the write lock */
	enum nsi_status (*rows)(struct nsi *n, void *x);       /* when all is judged, before the commit or the way back */
	void *x;
	bool no_rows;                      /* the caller makes its own */
};

/* Say all that SRC gives as one act: append, fold, judge, commit. FLAGS: NSI_DRY goes the whole way
 * and back. NSI_DATA: refused, with every reason and its place; nothing is kept. */
enum nsi_status journal_say(struct nsi *n, struct source *src, unsigned flags, const struct around *around,
                            struct outcome *out);

/* Inside a transaction: append what SRC gives as one act and fold it, no rules. For journal_say and undo. */
enum nsi_status journal_append(struct nsi *n, struct source *src, const size_t *skip, size_t nskip, struct outcome *out,
                               char verbs[256]);
enum nsi_status journal_begin(struct nsi *n);          /* the lock; what others wrote since is read */
/* The rows that tell of the act. */
enum nsi_status journal_rows(struct nsi *n, struct outcome *out, unsigned flags);
/* Refusals as messages, with places of SRC (may be NULL). Returns NSI_DATA if there are any. */
enum nsi_status journal_refuse(struct nsi *n, struct source *src, int64_t act, const struct refusal *v, size_t count);

const char *actor(struct nsi *n);                      /* who speaks: option, environment, setting, methodist */

#endif

/* journal.h - an act: what one command says, kept wholly or not at all. */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include "store/fold.h"
#include "store/said.h"

/* How an act ended. */
struct outcome {
	int64_t act;                       /* seq of its first entry; 0: nothing was left to say */
	size_t said, same;                 /* entries written; left out because they stand already */
	const size_t *skip; size_t nskip;  /* which of the source were left out */
	const struct nsi_cell *stood;      /* rows of these, for a dry run; or NULL */
	const struct nsi_rows *rows;       /* change entry on person unit text; see journal_rows */
};

/* First thing of a call whose answer is a table: the last one's rows go, an empty table comes, the
 * database is open; WRITES: and locked, see journal_begin. */
enum nsi_status answer_begin(struct nsi *n, struct table **t, bool writes);

/* An act from begin to end: journal_begin (the write lock; what others wrote since is read), then
 * journal_go or journal_end. The rows of the outcome live in the call's arena. */
enum nsi_status journal_begin(struct nsi *n);
/* Say all that SRC gives as one act: append, fold, judge; then commit, or with NSI_DRY go back.
 * MORE (may be NULL) is called when all is judged, before that, to make rows of its own. NSI_DATA:
 * refused, with every reason and its place. Whatever happened, the transaction is over. */
enum nsi_status journal_go(struct nsi *n, struct source *src, unsigned flags,
                           enum nsi_status (*more)(struct nsi *n, void *x, struct outcome *out), void *x,
                           struct outcome *out);
/* Its first half: append, fold, judge. Nothing is told yet, and db_savepoint_back() takes it back. */
enum nsi_status journal_judge(struct nsi *n, struct source *src, unsigned flags, struct outcome *out,
                              struct refusal **refused, size_t *count);
void journal_end(struct nsi *n);                       /* give it up; free when it is over */
/* The last step of both, for those who append themselves (undo): commit or go back. */
enum nsi_status journal_finish(struct nsi *n, enum nsi_status status, bool keep);

/* Inside a transaction: what SRC gives becomes one act of the journal; the facts do not know it yet. */
enum nsi_status journal_write(struct nsi *n, struct source *src, const size_t *skip, size_t nskip, struct outcome *out,
                              char verbs[256]);
/* The same, and the facts read it; no rules. */
enum nsi_status journal_append(struct nsi *n, struct source *src, const size_t *skip, size_t nskip, struct outcome *out,
                               char verbs[256]);
/* The rows that tell of the act. */
enum nsi_status journal_rows(struct nsi *n, struct outcome *out, unsigned flags);
/* Refusals as messages in the order of the entries, at MOST so many, with places of SRC (may be
 * NULL). NSI_DATA if there are any. */
enum nsi_status journal_refuse(struct nsi *n, struct source *src, const struct outcome *o, struct refusal *v,
                               size_t count, size_t most);

/* The acts one after the other, each hash made anew: the place of the next one whose entries are not
 * what was written; NULL: no more. Start from { 0 }. */
struct chain_state { sqlite3_stmt *acts; int64_t origin; unsigned char link[32]; };
const char *chain_broken(struct nsi *n, struct chain_state *c, enum nsi_status *status);
void chain_end(struct chain_state *c);

const char *actor(struct nsi *n);                      /* who speaks: option, environment, setting, methodist */
/* The code by which WORD may act: a person's, also by his surname, or the word of a role. NSI_USAGE: a message. */
enum nsi_status actor_named(struct nsi *n, const char *word, const char **code);
enum nsi_status actor_begin(struct nsi *n);            /* who speaks from now on, as a code; part of journal_begin() */

#endif

/* fold.h - from entries to facts, and the rules over what is said.
 *
 * One way for one mark, a million marks, another school's journal and a rebuild; always inside the
 * transaction that appended.
 */
#ifndef STORE_FOLD_H
#define STORE_FOLD_H

#include "store/handle.h"

struct stretch { int64_t origin, first, last; };

/* Read new entries into the facts; afterwards the table span holds them and what undo and redo among
 * them name. VERBS: " start master " when it is known what occurs, else NULL. */
enum nsi_status fold_new(struct nsi *n, const struct stretch *fresh, size_t count, const char *verbs);
enum nsi_status fold_span_add(struct nsi *n, int64_t origin, int64_t first, int64_t last);
enum nsi_status fold_done(struct nsi *n);              /* the table span is empty again */

/* Everything derived is made anew from the journal and the items; inside a transaction. */
enum nsi_status fold_rebuild(struct nsi *n);
/* The same, in a transaction of its own, for a database made by another version of this program. */
enum nsi_status fold_renew(struct nsi *n);
/* Tables of definitions for one edition whose items are new. */
enum nsi_status fold_edition(struct nsi *n, int64_t edition);
/* Name of a derived table whose rows differ from what the journal gives; *AT goes on from call to
 * call, 0 at first; NULL: no more. *OFF: how many rows. Inside a transaction (it uses span). */
const char *fold_compare(struct nsi *n, size_t *at, int64_t *off, enum nsi_status *status);

/* What leans on the live entries in span (see use/lean.sql), themselves among it. */
enum nsi_status fold_lean(struct nsi *n, struct stretch **out, size_t *count);
/* The same, into span, to be judged too. */
enum nsi_status fold_lean_add(struct nsi *n);

/* What a rule refuses. TEXT is a whole sentence in the handle's language. */
struct refusal { int64_t origin, seq; const char *rule, *text; };
/* All rules over the entries in span (SAID: also those only for what is said now). The list lives
 * in the call's arena. */
enum nsi_status fold_rules(struct nsi *n, bool said, const char *verbs, struct refusal **out, size_t *count);

#endif

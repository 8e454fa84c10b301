/* verb.h - what can be said in the journal: one row a verb, in verb.c.
 *
 * Read by the acceptor (command line, CSV, loads), `nsi log`, help, completion, manual, exchange.
 * What a verb means is in schemas/sql/fact: each file says which verbs it reads. A field with an
 * offset is a column of the entry (struct said); the others go into its data as JSON.
 */
#ifndef STORE_VERB_H
#define STORE_VERB_H

#include "nsi.h"

#define WAYS "pair group launch co-study self-study visit trial course"
#define STATES "draft proposed approved closed"

/* The field KEY of V; NULL: it has none. */
const struct nsi_field *field_of(const struct nsi_verb *v, const char *key);

#endif

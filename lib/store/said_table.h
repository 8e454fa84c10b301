/* said_table.h - the table "said" in SQL: what n->source gives, row by row, so that one mark and a
 * million marks are one INSERT … SELECT. While it is read, entries are numbered, their codes become
 * local numbers and their canonical lines go into the act's hash. */
#ifndef STORE_SAID_TABLE_H
#define STORE_SAID_TABLE_H

#include "base/hash.h"
#include "store/said.h"

/* The act being written. */
struct act {
	struct source *source;
	int64_t seq, lamport;              /* of its first entry */
	size_t n;                          /* entries so far */
	const size_t *skip; size_t nskip;  /* the k-th of the source to leave out, ascending */
	size_t k, at;                      /* of the source; of skip */
	char verbs[256];                   /* " start master " */
	struct hash hash;
	struct buf line;
	bool failed;                       /* the source put a message */
};

int said_table_add(sqlite3 *db, struct nsi *n);        /* an SQLite code */

#endif

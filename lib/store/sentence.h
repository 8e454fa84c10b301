/* sentence.h - "{person} mastered {unit}[ with {with}]" becomes a sentence about an entry. */
#ifndef STORE_SENTENCE_H
#define STORE_SENTENCE_H

#include "store/handle.h"

/* TEXT (already in the reader's language) with every {key} replaced by what entry ORIGIN SEQ says,
 * or, first, by the column of that name of EXTRA (may be NULL); [..] is left out when a key in it is
 * empty. Of a secret text there is "…": what refuses something is read by anybody. */
const char *sentence(struct nsi *n, const char *text, int64_t origin, int64_t seq, sqlite3_stmt *extra);
/* Of a rule's row: origin, seq, reason and more columns. */
const char *sentence_of_row(struct nsi *n, sqlite3_stmt *row);
/* What an entry says, by its verb's row; people read the secret texts in it where they may. */
struct nsi_cell sentence_of_entry(struct nsi *n, int64_t origin, int64_t seq);

#endif

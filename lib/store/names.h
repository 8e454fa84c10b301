/* names.h - the names of people, for those who may read the private file: shown with codes, found by surname. */
#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "store/handle.h"

/* The name of a person; NULL: none, or not for this reader. */
const char *name_of(struct nsi *n, int64_t person);

/* R as it may be shown: with WANTED codes of people get their names, for people beside the code, for
 * machines in a column of its own; otherwise no name is left. PAPER: it will be carried about, and a
 * line below says what it is. NULL: out of memory. */
const struct nsi_rows *names_shown(struct nsi *n, const struct nsi_rows *r, bool wanted, bool machine, bool paper);

/* The people whose surname is or begins with WORD; how many, and their codes for a message. Never more
 * than 20 are looked at. 0 also when the names may not be read. */
size_t names_find(struct nsi *n, const char *word, int64_t *id, const char **codes);

#endif

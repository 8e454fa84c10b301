/* names.h - the names of people, for those who may read the private file: shown with codes, found by surname. */
#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "store/handle.h"

/* Where an answer goes: a terminal; a file or pipe; paper that people carry, such as a sheet or a certificate. */
enum where { ON_SCREEN, IN_FILE, ON_PAPER };

/* Whose names an answer shows: nobody's; everybody's; only of those whose public consent holds today; nobody's
 * and no private text either. */
enum naming { NAMES_NONE, NAMES_ALL, NAMES_AGREED, NAMES_NOTHING };

/* Whose names may stand THERE. ASKED: --names; OPEN: --public. Whoever prints names asks here first, and then
 * name_in() for each. On paper they also stand after `nsi config names.print on`. */
enum naming names_allowed(struct nsi *n, enum where there, bool asked, bool open);

/* The name of a person; NULL: none, or not for this reader. */
const char *name_of(struct nsi *n, int64_t person);
/* The same as far as WHOSE allows it. */
const char *name_in(struct nsi *n, enum naming whose, int64_t person);
/* Codes with blanks between, each with its short name behind it as far as WHOSE allows: "p07 Гречкина О. П., p08". */
const char *names_beside(struct nsi *n, enum naming whose, const char *codes);
/* The line below an answer with names that leaves the screen; NULL: none is needed. */
const char *names_note(struct nsi *n, enum naming whose, enum where there);

/* R as it may be shown THERE: codes of people get those names, for people beside the code, for machines in a
 * column of its own, and what nobody may read is taken out. Private texts are for people, for machines with names. NULL: out of memory. */
const struct nsi_rows *names_shown(struct nsi *n, const struct nsi_rows *r, enum naming whose, enum where there,
                                   bool machine);

/* The people whose surname is or begins with WORD; how many, and their codes for a message. Never more
 * than 20 are looked at. 0 also when the names may not be read. */
size_t names_find(struct nsi *n, const char *word, int64_t *id, const char **codes);

/* The first word of TEXT that is a surname in any of its forms; NULL: none, or the names may not be read. */
const char *names_in(struct nsi *n, const char *text);

/* Local numbers of the people whose name holds WORD, in any case, as a JSON array. */
const char *names_like(struct nsi *n, const char *word);

#endif

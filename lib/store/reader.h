/* reader.h - a CSV file as a source of things said: as sheet.h reads it, headers are the keys of the verb or
 * their Russian titles, in any order; places are physical lines, the header is line 1. */
#ifndef STORE_READER_H
#define STORE_READER_H

#include "store/accept.h"

/* ARGS: values for fields that have no column. NSI_DATA: not a file for this verb; the message says
 * which header is wrong or missing. The source holds one piece of the file at a time. */
enum nsi_status reader_open(struct nsi *n, const struct nsi_verb *v, const char *file,
                            const struct nsi_arg *args, size_t narg, struct source **out);
/* The field of V that WORD means as a header, in English or the user's language; NULL: none. */
const struct nsi_field *reader_field(struct nsi *n, const struct nsi_verb *v, const char *word);
void reader_close(struct source *s);       /* NULL is fine */

#endif

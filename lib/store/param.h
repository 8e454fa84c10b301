/* param.h - what people give for a parameter becomes a value of a statement. */
#ifndef STORE_PARAM_H
#define STORE_PARAM_H

#include "store/handle.h"

/* Bind VALUES, as typed, to the parameter NAME (":unit") of S: numbers of the dictionary for people and
 * things, days, words. One that may be repeated becomes a JSON array; its values may also be separated
 * by commas. THING: kind of the dictionary, or NULL. *YEAR: set if a person was named with one.
 * NSI_DATA: nobody and nothing of that name; NSI_USAGE: not a number, none of the words. */
enum nsi_status param_bind(struct nsi *n, sqlite3_stmt *s, const char *name, const struct nsi_field *f,
                           const char *thing, struct nsi_list values, int *year);

#endif

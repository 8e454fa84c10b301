/* raw.h - the bare side: the same rows through a virtual table of numbers that lie ready, into the same tables. */
#ifndef RAW_H
#define RAW_H

#include <sqlite3.h>

#include "data.h"

enum raw_of { RAW_ENTRY, RAW_MARK, RAW_TAUGHT };

/* The rows of the marks of a school, entries numbered from SEQ of ORIGIN. */
struct raw { enum raw_of of; struct school school; int64_t origin, seq; enum order order; };

int raw_add(sqlite3 *db, struct raw *r);   /* table "raw": what r->of says at the moment of reading */
const char *raw_insert(enum raw_of of);    /* INSERT … SELECT … FROM raw */

#endif

/* edition.h - editions of the definitions in the database: items in, items out, what differs. */
#ifndef STORE_EDITION_H
#define STORE_EDITION_H

#include "model/model.h"
#include "store/handle.h"

/* The items of an edition into a model; 0: none. */
/* Does what is kept of edition ID still make its name. */
enum nsi_status edition_whole(struct nsi *n, int64_t id, const char *kind, const char *hash, bool *ok);
enum nsi_status edition_read(struct nsi *n, struct model *md, int64_t edition);
/* Keep the objects of MD that belong to KIND ("programme", "rest") as an edition, unless there is one
 * with the same items already. *ID its number, *NEW: it was made. */
enum nsi_status edition_keep(struct nsi *n, const struct model *md, const char *kind, int64_t *id, bool *new);
/* What holds at a time; 0: nothing. */
struct editions { int64_t programme, rest; };
/* Rows of what differs: change object id detail. */
enum nsi_status edition_diff(struct nsi *n, struct editions from, struct editions to, struct table *t);
int64_t edition_number(struct nsi *n, int64_t id);     /* 1, 2, 3 … of its kind, for local eyes */

#endif

/* group.h - a group on a day: who is in it, what it lacks; shared by group.c and group_show.c. */
#ifndef SERVICE_GROUP_H
#define SERVICE_GROUP_H

#include "store/handle.h"

struct group_at { int64_t id; const char *code; int32_t on; int year; };

/* The group of that name among those that are loaded, on a day (NULL: today). NSI_DATA: none. */
enum nsi_status group_at(struct nsi *n, const char *word, const char *on, struct group_at *out);
/* Statement WHICH with :group, :code, :on, :year bound; NULL: the message is put. */
sqlite3_stmt *group_get(struct nsi *n, enum sql which, const struct group_at *g);
/* Its members and units: (change) row person org unit teaches learns. */
enum nsi_status group_rows(struct nsi *n, const struct group_at *g, bool dry, struct table *t);
/* What a combined group lacks, as warnings. */
enum nsi_status group_warn(struct nsi *n, const struct group_at *g);
const char *day_shown(const struct nsi *n, char buf[11], int32_t day);  /* as people of the language write it */
struct nsi_cell group_person(struct nsi *n, int64_t id);       /* a person's cell */

#endif
